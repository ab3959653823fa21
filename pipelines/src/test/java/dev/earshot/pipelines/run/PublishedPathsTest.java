package dev.earshot.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedPathsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                                           | /
          /shop/kettles/red-kettle-500                | /shop/kettles/red-kettle-500
          /blog/2026/03/page/2                        | /blog/2026/03/page/2
          /FAQ                                        | /FAQ
          /Category/index.html                        | /Category/index.html
          /news/%C3%A9t%C3%A9                         | /news/%C3%A9t%C3%A9
          /user/ana-perez/orders/4711/                | /user/*/orders/*/
          /u/ana/perez                                | /u/*/*
          /account/settings                           | /account/settings
          /my-account/ana                             | /my-account/*
          /@ana                                       | /*
          /~ana/photos                                | /*/photos
          /call/34600123456                           | /call/*
          /p/600-12-34-56                             | /p/*
          /p/%2B34%20600%20123%20456                  | /p/*
          /news/ana.perez%40mail.example              | /news/*
          /news/ana%2540mail.example                  | /news/*
          /news/YW5hLnBlcmV6QG1haWwuZXhhbXBsZQ==      | /news/*
          /news/YW5hLnBlcmV6QG1haWwuZXhhbXBsZQ        | /news/*
          /reset/kjhgfdsa                             | /reset/*
          /go/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.x  | /go/*
          /go/3f2504e0-4f89-11d3-9a0c-0305e82c3301    | /go/*
          /go/9f86d081884c7d65                        | /go/*
          /shop;jsessionid=AB12CD34                   | /*
          /pdf/invoice-12.pdf                         | /pdf/*
          /pdf/INV-2026-0042                          | /pdf/*
          /rechnungen/mueller                         | /rechnungen/*
          /donaudampfschifffahrtsgesellschaft         | /*
          """)
  void wordsOfTheSiteStayAndWhatMayNameSomebodyDoesNot(String path, String shown) {
    assertEquals(shown, PublishedPaths.of(path));
  }
}
