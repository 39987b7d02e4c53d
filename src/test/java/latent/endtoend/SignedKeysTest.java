package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Signing;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor where keys are signed: the whole loop over real HTTP. */
class SignedKeysTest {
    private static final String SECRET = "a-secret-of-the-tests-1";
    private static final String NEXT = "a-secret-of-the-tests-2";

    private Stack stack;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(
                data,
                Map.of(
                        "render.engine", "imgscalr",
                        "keys.signing-secrets", NEXT + "," + SECRET,
                        "keys.presets", "card=60x40_fill",
                        "keys.ladder", "60x40",
                        "rate.original-daily", "3"));
        stack.putOriginal("dir/a.jpg", Stack.jpeg(120, 90));
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void a_signed_key_is_made_stored_under_itself_and_from_then_on_a_hit() throws Exception {
        for (String secret : List.of(SECRET, NEXT)) {
            String path = "/" + signed(secret, "dir/a_60_40.jpg.png");
            assertThat(stack.website().get(path).location())
                    .isEqualTo("http://localhost:" + stack.service.port() + path);
            assertThat(stack.processor().get(path).status()).isEqualTo(200);
        }
        assertThat(stack.storedAfter(2))
                .containsExactlyInAnyOrder(signed(SECRET, "dir/a_60_40.jpg.png"), signed(NEXT, "dir/a_60_40.jpg.png"));
        assertThat(stack.website()
                        .get("/" + signed(SECRET, "dir/a_60_40.jpg.png"))
                        .status())
                .isEqualTo(200);
        assertThat(stack.processor()
                        .get("/" + signed(SECRET, "dir/a_p-card.jpg"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_signed_is_refused_for_caches_to_keep_and_costs_nothing() throws Exception {
        String good = signed(SECRET, "dir/a_60_40.jpg");
        List<String> bad = List.of(
                "/dir/a_60_40.jpg",
                "/dir/a_p-card.jpg",
                "/dir/none_60_40.jpg",
                "/dir/a_61_40.jpg",
                "/" + good.replace("a_60", "b_60"),
                "/" + signed("a-secret-of-somebody-else", "dir/a_60_40.jpg"));
        int atTheStart = stack.between.gets.get();
        for (String path : bad) {
            Answer answer = stack.processor().get(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
            assertThat(answer.text()).isEqualTo("This rendition key is not signed.\n");
        }
        assertThat(stack.between.gets).hasValue(atTheStart);
        assertThat(stack.stored()).isEmpty();
        assertThat(stack.metric("latent_refusals_total{reason=\"NOT_SIGNED\"}")).isEqualTo(bad.size());
        // more refusals than the original has renditions in a day, and its budget is whole
        assertThat(stack.processor().get("/" + good).status()).isEqualTo(200);
    }

    @Test
    void a_signature_does_not_lift_the_ladder() throws Exception {
        Answer answer = stack.processor().get("/" + signed(SECRET, "dir/a_61_40.jpg"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo("This size is not made here.\n");
    }

    private static String signed(String secret, String unsigned) {
        KeyRules rules = new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "60x40_fill"));
        return new KeyGrammar(rules, new Signing(List.of(secret)))
                .sign(unsigned)
                .value();
    }
}
