package latent.local.topology;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.Collectors;

/** One visit of a browser: all answers until it had a picture, gave up, or looped. */
record Visit(List<Hop> hops, HttpHeaders headers, boolean loop) {
    Visit {
        hops = List.copyOf(hops);
    }

    int status() {
        return hops.getLast().status();
    }

    String lastXCache() {
        return hops.getLast().xCache();
    }

    long bytes() {
        return hops.stream().mapToLong(Hop::bytes).sum();
    }

    String way() {
        String way = hops.stream().limit(4).map(Hop::toString).collect(Collectors.joining(" → "));
        return hops.size() > 4 ? way + " → …" : way;
    }
}
