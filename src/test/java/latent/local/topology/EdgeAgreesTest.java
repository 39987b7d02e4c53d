package latent.local.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.DevicePixelRatio;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.PercentEncoding;
import latent.key.RenditionKey;
import latent.key.Signing;
import latent.key.Transformation;
import latent.kit.HostileNames;
import latent.kit.UnicodeNames;
import latent.local.edge.ViewerRequestFunction.Result;
import latent.local.web.HeaderFields;
import latent.local.web.Request;
import latent.pictures.Corpus;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** The grammar at the edge, in JavaScript, against the processor's, in Java: two readings of one key would be two answers to one URL. */
class EdgeAgreesTest {
    private static final int KEYS = 12_000;
    private static final Path PARTS = Path.of("terraform", "functions");
    private static final String SECRET = "a-secret-of-the-tests-1";
    private static final String NEXT = "a-secret-of-the-tests-2";
    private static final KeyRules RULES =
            new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "600x400_fill_q-75", "wide", "1280x0"));
    private static final KeyGrammar GRAMMAR = new KeyGrammar(RULES);
    private static final KeyGrammar SIGNED = new KeyGrammar(RULES, new Signing(List.of(SECRET, NEXT)));

    /** What the edge cannot know, or leaves to the processor: {@code terraform/functions/README.md} lists the same. */
    private static final List<String> LEFT_TO_THE_PROCESSOR = List.of(
            "There is no option ",
            "This rendition has one spelling: ",
            "No side of a rendition is longer ",
            "fill, pad and force need ",
            "Gravity needs fill;",
            "There is no preset ",
            "This key holds a character ");

    private final EdgeKeys random = new EdgeKeys(20261121);

    @Test
    void what_the_edge_lets_through_is_a_key_and_what_it_refuses_is_none() {
        assertAgreed(Alphabet.SAFE, random.many(KEYS), 300);
    }

    @Test
    void they_agree_on_hostile_names() {
        assertAgreedOnNames(Alphabet.SAFE, HostileNames.all(), 10);
    }

    @Test
    void they_agree_on_those_of_the_corpora() {
        assertAgreedOnNames(Alphabet.SAFE, Corpus.hostileNames(), 300);
    }

    @Test
    void in_unicode_too_they_agree_on_keys() {
        assertAgreed(Alphabet.UNICODE, random.many(KEYS), 300);
    }

    @Test
    void in_unicode_too_they_agree_on_names_that_are_hostile_and_on_those_that_people_give() {
        assertAgreedOnNames(Alphabet.UNICODE, HostileNames.all(), 40);
        assertAgreedOnNames(Alphabet.UNICODE, Corpus.hostileNames(), 600);
        assertAgreedOnNames(Alphabet.UNICODE, bytes(UnicodeNames.OF_PEOPLE), 2 * UnicodeNames.OF_PEOPLE.size() - 1);
        assertAgreedOnNames(Alphabet.UNICODE, bytes(UnicodeNames.oneOfEachKind(20261126)), 1000);
    }

    private static List<byte[]> bytes(List<String> names) {
        return names.stream().map(name -> name.getBytes(UTF_8)).toList();
    }

    private static void assertAgreedOnNames(Alphabet alphabet, List<byte[]> names, int atLeast) {
        assertAgreed(
                alphabet,
                names.stream()
                        .map(name -> new String(name, UTF_8))
                        .flatMap(name -> Stream.of(name, name + "_600_400.jpg", "a/" + name + "-600x400_fill.jpg.webp"))
                        .toList(),
                atLeast);
    }

    private static void assertAgreed(Alphabet alphabet, List<String> paths, int atLeast) {
        int keys = 0;
        List<String> differences = new ArrayList<>();
        KeyGrammar grammar = new KeyGrammar(new KeyRules(alphabet, RULES.maxSide(), RULES.presets()));
        try (FunctionInNode edge = edge("[]", false, "", alphabet)) {
            for (String path : paths) {
                String refusal = refusal(grammar, path).orElse("");
                Optional<String> passed = ask(edge, path, "");
                if (passed.isEmpty() && refusal.isEmpty()) {
                    differences.add("refused by the edge alone: " + path);
                }
                if (passed.isPresent() && LEFT_TO_THE_PROCESSOR.stream().noneMatch(refusal::startsWith)) {
                    if (!refusal.isEmpty()) {
                        differences.add("refused by the processor alone: " + path + " because " + refusal);
                    }
                    keys++;
                }
                passed.filter(key -> !key.equals(PercentEncoding.ofPath(path)))
                        .ifPresent(key -> differences.add(path + " became " + key));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(keys).as("keys for both, or this shows nothing").isGreaterThan(atLeast);
    }

    @Test
    void what_the_edge_chooses_for_a_visitor_is_the_same_rendition_in_its_one_spelling() {
        List<String> accepts = List.of("", "image/avif,image/webp", "image/webp", "*/*", "image/avif;q=0,image/webp");
        List<String> densities = List.of("1", "2", "3.5", "x");
        int chosen = 0;
        try (FunctionInNode edge = edge("[\"avif\",\"webp\"]", true, "")) {
            for (String path : random.many(KEYS)) {
                if (refusal(GRAMMAR, path).isPresent()) {
                    continue;
                }
                Transformation wanted = GRAMMAR.parse(path).transformation();
                RenditionKey key =
                        GRAMMAR.parse(ask(edge, path, "", "Accept", random.pick(accepts), "DPR", random.pick(densities))
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
        try (FunctionInNode edge = edge("[]", false, "")) {
            for (int i = 0; i < KEYS; i++) {
                EdgeQuery query = EdgeQuery.any(random);
                Optional<String> written = query.written(GRAMMAR);
                Optional<String> key = ask(edge, query.path(), query.text());
                // The largest side is a setting.
                boolean tooLarge = key.flatMap(k -> refusal(GRAMMAR, k))
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

    @Test
    void what_one_signs_the_other_takes_in_every_format_and_nothing_else() {
        List<KeyGrammar> signers = List.of(
                SIGNED,
                new KeyGrammar(RULES, new Signing(List.of(NEXT))),
                new KeyGrammar(RULES, new Signing(List.of("a-secret-of-somebody-else"))));
        int good = 0;
        int bad = 0;
        try (FunctionInNode edge = edge("[\"avif\",\"webp\"]", false, "\"" + SECRET + "\",\"" + NEXT + "\"")) {
            for (String path : random.many(KEYS)) {
                if (refusal(GRAMMAR, path).isPresent() || path.length() > 450) {
                    continue;
                }
                RenditionKey key = GRAMMAR.parse(path);
                String signed = random.pick(signers).sign(path).value();
                for (String given : List.of(path, signed, random.slipped(signed))) {
                    Optional<String> passed = ask(edge, given, "", "Accept", "image/webp");
                    Optional<String> refusal = refusal(SIGNED, given);
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
        try (FunctionInNode edge = edge("[]", false, "")) {
            for (String path : random.many(KEYS / 10)) {
                if (refusal(GRAMMAR, path).isEmpty() && path.length() < 450) {
                    String signed = SIGNED.sign(path).value();
                    assertThat(ask(edge, signed, "")).as(signed).isEmpty();
                    assertThat(refusal(GRAMMAR, signed)).as(signed).isPresent();
                    refused++;
                }
            }
            assertThat(ask(edge, "a.jpg", "w=600&s=" + "0".repeat(32))).isEmpty();
        }
        assertThat(refused).isGreaterThan(30);
    }

    private static Optional<String> refusal(KeyGrammar grammar, String path) {
        try {
            grammar.parse(path);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.sentence());
        }
    }

    /** The function as Terraform joins it. */
    private static FunctionInNode edge(String formats, boolean dpr, String secrets) {
        return edge(formats, dpr, secrets, Alphabet.SAFE);
    }

    private static FunctionInNode edge(String formats, boolean dpr, String secrets, Alphabet alphabet) {
        String settings =
                "const settings = {keyPrefix: '', maxAge: 300, formats: %s, dpr: %s, maxSide: 4096, signingSecrets: [%s], unicode: %s};"
                        .formatted(formats, dpr, secrets, alphabet == Alphabet.UNICODE);
        return FunctionInNode.of(Stream.concat(
                        Stream.of(settings),
                        Stream.of("key", "query", "negotiate", "signature", "handler")
                                .map(EdgeAgreesTest::source))
                .collect(Collectors.joining("\n")));
    }

    private static String source(String part) {
        try {
            return Files.readString(PARTS.resolve(part + ".js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that goes on; empty when the edge refuses. */
    private static Optional<String> ask(FunctionInNode edge, String path, String query, String... headers) {
        HeaderFields fields = HeaderFields.none();
        for (int i = 0; i < headers.length; i += 2) {
            fields.set(headers[i], headers[i + 1]);
        }
        String target = "/" + encoded(path) + (query.isEmpty() ? "" : "?" + query);
        InetSocketAddress visitor = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
        return switch (edge.apply(new Request("GET", target, fields.build(), visitor))) {
            case Result.Forward forward ->
                Optional.of(forward.request().target().substring(1));
            case Result.Answer refused -> Optional.empty();
        };
    }

    /** As a browser writes it: what no key may hold by default is an escape. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(UTF_8)) {
            boolean plain = b > ' ' && b < 0x7f && "\"#%<>?`{}".indexOf(b) < 0;
            encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return encoded.toString();
    }
}
