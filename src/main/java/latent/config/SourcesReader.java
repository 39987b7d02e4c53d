package latent.config;

import static latent.config.Setting.*;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import latent.key.KeyGrammar;
import latent.store.http.HttpSources;
import latent.store.http.HttpSources.Place;

/** Makes the allow-list of hosts of originals out of texts. */
final class SourcesReader {
    private final SettingParser values;
    private final KeyGrammar grammar;
    private final long maxBytes;

    /** @param maxBytes of any original */
    SourcesReader(SettingParser values, KeyGrammar grammar, long maxBytes) {
        this.values = values;
        this.grammar = grammar;
        this.maxBytes = maxBytes;
    }

    HttpSources read() {
        List<Place> places = new ArrayList<>();
        Map<String, String> pairs = values.parsed(
                ORIGINALS_HTTP,
                values.text(ORIGINALS_HTTP),
                text -> KeyTexts.pairs(values.list(ORIGINALS_HTTP)),
                Map.of());
        pairs.forEach((prefix, base) ->
                values.parsed(ORIGINALS_HTTP, base, text -> places.add(new Place(folder(prefix), base(text))), false));
        return new HttpSources(
                places,
                privateHosts(places),
                values.seconds(ORIGINALS_HTTP_TIMEOUT),
                maxBytes,
                values.required(ORIGINALS_HTTP_CACHE_CONTROL, ValueForms::cacheControl));
    }

    private String folder(String prefix) {
        if (!prefix.endsWith("/") || grammar.original(prefix + "a.jpg").isEmpty()) {
            throw new IllegalArgumentException("it does not look like shop/=https://shop.example/images/");
        }
        return prefix;
    }

    private static URI base(String text) {
        URI url = ValueForms.url(text);
        if (!url.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("the address of a folder ends with a slash: " + text + "/");
        }
        return url.normalize();
    }

    private Set<String> privateHosts(List<Place> places) {
        Set<String> hosts = new HashSet<>();
        for (String host : values.list(ORIGINALS_HTTP_PRIVATE_HOSTS, ValueForms::host)) {
            String name = host.toLowerCase(Locale.ROOT);
            if (places.stream().noneMatch(place -> place.host().equals(name))) {
                values.problem("originals.http-private-hosts has " + host + ", which is no host of originals.http");
            }
            hosts.add(name);
        }
        return hosts;
    }
}
