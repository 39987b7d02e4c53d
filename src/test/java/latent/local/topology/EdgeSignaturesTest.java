package latent.local.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.RenditionKey;
import latent.key.Signing;
import latent.kit.UnicodeNames;
import org.junit.jupiter.api.Test;

/** Signatures at the edge, in JavaScript, against the processor's, in Java. */
class EdgeSignaturesTest {
    private static final int KEYS = 12_000;
    private static final String SECRET = "a-secret-of-the-tests-1";
    private static final String NEXT = "a-secret-of-the-tests-2";
    private static final KeyRules RULES = EdgeFunction.RULES;
    private static final KeyGrammar GRAMMAR = new KeyGrammar(RULES);
    private static final KeyGrammar SIGNED = new KeyGrammar(RULES, new Signing(List.of(SECRET, NEXT)));

    private final EdgeKeys random = new EdgeKeys(20261121);

    @Test
    void what_one_signs_the_other_takes_in_every_format_and_nothing_else() {
        List<KeyGrammar> signers = List.of(
                SIGNED,
                new KeyGrammar(RULES, new Signing(List.of(NEXT))),
                new KeyGrammar(RULES, new Signing(List.of("a-secret-of-somebody-else"))));
        int good = 0;
        int bad = 0;
        try (EdgeFunction edge =
                EdgeFunction.with("[\"avif\",\"webp\"]", false, "\"" + SECRET + "\",\"" + NEXT + "\"")) {
            for (String path : random.many(KEYS)) {
                if (EdgeFunction.refusal(GRAMMAR, path).isPresent() || path.length() > 450) {
                    continue;
                }
                RenditionKey key = GRAMMAR.parse(path);
                String signed = random.pick(signers).sign(path).value();
                for (String given : List.of(path, signed, random.slipped(signed))) {
                    Optional<String> passed = edge.ask(given, "", "Accept", "image/webp");
                    Optional<String> refusal = EdgeFunction.refusal(SIGNED, given);
                    assertThat(passed.isPresent()).as("%s: %s", given, refusal).isEqualTo(refusal.isEmpty());
                    passed.ifPresent(chosen ->
                            assertThat(SIGNED.parse(chosen).original()).isEqualTo(key.original()));
                    good += passed.isPresent() ? 1 : 0;
                    bad += passed.isPresent() ? 0 : 1;
                }
            }
        }
        assertThat(Math.min(good, bad)).isGreaterThan(300);
    }

    @Test
    void where_keys_are_not_signed_neither_takes_a_signature() {
        int refused = 0;
        try (EdgeFunction edge = EdgeFunction.with("[]", false, "")) {
            for (String path : random.many(KEYS / 10)) {
                if (EdgeFunction.refusal(GRAMMAR, path).isEmpty() && path.length() < 450) {
                    String signed = SIGNED.sign(path).value();
                    assertThat(edge.ask(signed, "")).as(signed).isEmpty();
                    assertThat(EdgeFunction.refusal(GRAMMAR, signed)).as(signed).isPresent();
                    refused++;
                }
            }
            assertThat(edge.ask("a.jpg", "w=600&s=" + "0".repeat(32))).isEmpty();
        }
        assertThat(refused).isGreaterThan(30);
    }

    @Test
    void names_outside_of_ascii_are_signed_alike() {
        KeyRules unicode = new KeyRules(Alphabet.UNICODE, RULES.maxSide(), RULES.presets());
        KeyGrammar signed = new KeyGrammar(unicode, new Signing(List.of(SECRET)));
        KeyGrammar somebody = new KeyGrammar(unicode, new Signing(List.of("a-secret-of-somebody-else")));
        try (EdgeFunction edge = EdgeFunction.with("[\"webp\"]", false, "\"" + SECRET + "\"", Alphabet.UNICODE)) {
            for (String name : UnicodeNames.OF_PEOPLE) {
                String key = signed.sign(name + "_600_400.jpg").value();
                assertThat(edge.ask(key, "")).as(key).isPresent();
                assertThat(edge.ask(key, "", "Accept", "image/webp").orElse(""))
                        .as(key)
                        .endsWith(".jpg.webp");
                assertThat(edge.ask(name + "_600_400.jpg", "")).as(name).isEmpty();
                assertThat(edge.ask(somebody.sign(name + "_600_400.jpg").value(), ""))
                        .as(name)
                        .isEmpty();
            }
        }
    }
}
