package dev.earshot.models.visits;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.referrals.Referral;
import org.jspecify.annotations.Nullable;

/**
 * Request of one visitor to a site, with its kind, agent and referral resolved: what {@link Visits}
 * splits into visits.
 *
 * @param atMicros when
 * @param source index of the file it stands in
 * @param byteOffset where in the file: puts requests of the same moment in order
 * @param kind what was asked for
 * @param agent what the user agent says
 * @param path what was asked for, without the query
 * @param referral where the request came from
 * @param customerId pseudonym of the customer who is signed in, or null
 */
public record Hit(
    long atMicros,
    int source,
    long byteOffset,
    HitKind kind,
    AgentKind agent,
    String path,
    Referral referral,
    @Nullable String customerId) {}
