package latent.local.web;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Header fields in the making; names compare without regard to case. Not thread-safe. */
public final class HeaderFields {
    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public static HeaderFields none() {
        return new HeaderFields();
    }

    /** Those of {@code headers} whose lower-case name is kept. */
    public static HeaderFields of(HttpHeaders headers, Predicate<String> kept) {
        HeaderFields fields = new HeaderFields();
        headers.map().forEach((name, values) -> {
            if (kept.test(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> fields.add(name, value));
            }
        });
        return fields;
    }

    public static HeaderFields of(HttpHeaders headers) {
        return of(headers, name -> true);
    }

    public HeaderFields add(String name, String value) {
        fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        return this;
    }

    public HeaderFields set(String name, String value) {
        remove(name);
        return add(name, value);
    }

    public HeaderFields set(String name, Optional<String> value) {
        value.ifPresent(present -> set(name, present));
        return this;
    }

    public HeaderFields remove(String name) {
        fields.remove(name);
        return this;
    }

    public HttpHeaders build() {
        return HttpHeaders.of(fields, (name, value) -> true);
    }
}
