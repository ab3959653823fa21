package dev.earshot.models.referrals;

import java.util.List;

/**
 * A site of the lists.
 *
 * @param medium what it is
 * @param source its name
 * @param termParameters names of the parameters that hold what was searched for
 * @param needsTerm whether it is a search engine only where a term is given, else some site
 */
record ReferrerSite(Medium medium, String source, List<String> termParameters, boolean needsTerm) {}
