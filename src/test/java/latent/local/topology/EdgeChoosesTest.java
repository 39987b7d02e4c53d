package latent.local.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import latent.key.DevicePixelRatio;
import latent.key.KeyGrammar;
import latent.key.RenditionKey;
import latent.key.Transformation;
import org.junit.jupiter.api.Test;

/** What the function at the edge makes of a visitor's headers and of a query, against the processor's own printer of keys. */
class EdgeChoosesTest {
    private static final int KEYS = 12_000;
    private static final KeyGrammar GRAMMAR = new KeyGrammar(EdgeFunction.RULES);

    private final EdgeKeys random = new EdgeKeys(20261121);

    @Test
    void what_the_edge_chooses_for_a_visitor_is_the_same_rendition_in_its_one_spelling() {
        List<String> accepts = List.of("", "image/avif,image/webp", "image/webp", "*/*", "image/avif;q=0,image/webp");
        List<String> densities = List.of("1", "2", "3.5", "x");
        int chosen = 0;
        try (EdgeFunction edge = EdgeFunction.with("[\"avif\",\"webp\"]", true, "")) {
            for (String path : random.many(KEYS)) {
                if (EdgeFunction.refusal(GRAMMAR, path).isPresent()) {
                    continue;
                }
                Transformation wanted = GRAMMAR.parse(path).transformation();
                RenditionKey key =
                        GRAMMAR.parse(edge.ask(path, "", "Accept", random.pick(accepts), "DPR", random.pick(densities))
                                .orElseThrow());
                assertThat(key.original()).isEqualTo(GRAMMAR.parse(path).original());
                assertThat(as(wanted, key.transformation()))
                        .as("%s for %s", key, path)
                        .isEqualTo(key.transformation());
                chosen += key.value().equals(path) ? 0 : 1;
            }
        }
        assertThat(chosen).isGreaterThan(100);
    }

    /** What was wanted, with the format and the density that were chosen. */
    private static Transformation as(Transformation wanted, Transformation chosen) {
        return wanted.with(chosen.find(DevicePixelRatio.class).orElse(new DevicePixelRatio(1)))
                .as(chosen.format());
    }

    @Test
    void a_query_becomes_the_key_that_the_processor_would_write() {
        int mapped = 0;
        try (EdgeFunction edge = EdgeFunction.with("[]", false, "")) {
            for (int i = 0; i < KEYS; i++) {
                EdgeQuery query = EdgeQuery.any(random);
                Optional<String> written = query.written(GRAMMAR);
                Optional<String> key = edge.ask(query.path(), query.text());
                // The largest side is a setting.
                boolean tooLarge = key.flatMap(k -> EdgeFunction.refusal(GRAMMAR, k))
                        .filter(sentence -> sentence.startsWith("No side"))
                        .isPresent();
                assertThat(tooLarge ? Optional.empty() : key)
                        .as(query.toString())
                        .isEqualTo(written);
                mapped += written.isPresent() ? 1 : 0;
            }
        }
        assertThat(mapped).isGreaterThan(1000);
    }
}
