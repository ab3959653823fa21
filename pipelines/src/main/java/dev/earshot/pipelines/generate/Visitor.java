package dev.earshot.pipelines.generate;

/** One visitor of a site: what stands in each line; the user is who is signed in, or a dash. */
record Visitor(FictionalBrand brand, String address, String agent, String user) {
  Visitor signedIn(String customer) {
    return new Visitor(brand, address, agent, customer);
  }

  String site() {
    return "https://www." + brand.domain();
  }
}
