package latent.check;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;
import latent.check.Finding.Skipped;

/** Checks that 429 and 5xx answers of the other checks are not cached. It provokes none itself. */
record ErrorCachingChecks(CheckContext context) {
    private static final int MOST = 3;
    /** Age is in whole seconds. */
    private static final Duration A_SECOND_LATER = Duration.ofMillis(1200);

    List<Check> checks() {
        return List.of(new Check("faults are not cached", this::notCached));
    }

    private Finding notCached() throws IOException {
        Set<Object> seen = new HashSet<>();
        List<HttpAnswer> faults = context.faults().stream()
                .filter(fault -> seen.add(fault.asked()))
                .limit(MOST)
                .toList();
        if (faults.isEmpty()) {
            return new Skipped("(no 429 and no 5xx came up)");
        }
        for (HttpAnswer fault : faults) {
            if (fault.maxAge().orElse(0L) > 0) {
                return new Failed(
                        fault.told() + " with " + fault.header("Cache-Control").orElse(""),
                        "caches keep a fault",
                        "whoever answers at " + fault.asked().getHost() + ": no-store");
            }
            HttpAnswer first = context.askUrl(fault.asked());
            CheckContext.pause(A_SECOND_LATER);
            HttpAnswer again = context.askUrl(fault.asked());
            if (again.status() == first.status() && again.status() >= 429 && again.age() > first.age()) {
                return new Failed(
                        again.told() + " with Age " + again.age(),
                        "one visitor's fault is everyone's until it expires",
                        "custom_error_response with error_caching_min_ttl = 0 for 500, 502, 503 and 504");
            }
        }
        return new Ok(faults.size() + " came up, none was kept");
    }
}
