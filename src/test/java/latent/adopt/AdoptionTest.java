package latent.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Ladder;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.kit.NodeJs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Old URLs and the keys that take their place, by a table; and the function for CloudFront does the same. */
class AdoptionTest {
    private static final Path TABLE = Path.of("src/test/resources/latent/adopt/old-urls.tsv");
    private static final String NOT = "NOT ";
    private static final List<String> SOURCES =
            List.of("https://old.example/originals/", "s3://originals/", "local://");
    private static final KeyGrammar GRAMMAR = new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of()));
    private static final Adoption ADOPTION = new Adoption(GRAMMAR, new Ladder(Set.of()), SOURCES);

    private record Row(String old, String expected, String form) {}

    private static List<Row> rows() throws Exception {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(words -> new Row(words[0], words[1], words[2]))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> an_old_url_has_this_key_in_its_place_or_this_reason_for_none() throws Exception {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.old(), () -> {
                    AdoptedUrl url = ADOPTION.read(row.old());
                    assertThat(url.formName()).isEqualTo(row.form());
                    if (row.expected().startsWith(NOT)) {
                        assertThat(url.key()).isEmpty();
                        assertThat(url.because()).startsWith(row.expected().substring(NOT.length()));
                    } else {
                        assertThat(url.key().map(RenditionKey::value))
                                .as(url.because())
                                .contains(row.expected());
                    }
                }));
    }

    @Test
    void the_function_rewrites_what_has_a_key_and_leaves_the_rest_alone(@TempDir Path folder) throws Exception {
        RewritingFunction function = new RewritingFunction(SOURCES, Alphabet.SAFE);
        List<AdoptedUrl> read =
                rows().stream().map(row -> ADOPTION.read(row.old())).toList();
        read.stream().filter(url -> url.key().isPresent()).forEach(function::add);
        RewritingFunction.Written written = function.write();
        assertThat(written.missing()).isZero();
        assertThat(written.code().length()).isLessThanOrEqualTo(RewritingFunction.MOST_BYTES);

        List<String> asked = read.stream().map(AdoptedUrl::old).toList();
        List<String> rewritten = rewritten(folder, written.code(), asked);
        for (int i = 0; i < read.size(); i++) {
            AdoptedUrl url = read.get(i);
            String left = path(url.old());
            assertThat(rewritten.get(i))
                    .as(url.old())
                    .isEqualTo(url.key().map(key -> "/" + key.value()).orElse(left));
        }
    }

    @Test
    void it_rewrites_originals_that_it_was_not_made_from_and_no_options_that_it_does_not_know(@TempDir Path folder)
            throws Exception {
        RewritingFunction function = new RewritingFunction(SOURCES, Alphabet.SAFE);
        function.add(ADOPTION.read("/unsafe/600x400/smart/dir/photo.jpg"));
        assertThat(rewritten(
                        folder,
                        function.write().code(),
                        List.of(
                                "/unsafe/600x400/smart/new/one.png",
                                "/unsafe/600x401/smart/dir/photo.jpg",
                                "/600x400/smart/a.txt")))
                .containsExactly(
                        "/new/one_600_400_fill_up_g-sm.png",
                        "/unsafe/600x401/smart/dir/photo.jpg",
                        "/600x400/smart/a.txt");
    }

    /** Urls of all forms by a seed, more than fit: each is rewritten to its key or left alone, and as many are rewritten as the function says. */
    @Test
    void over_a_thousand_urls_function_and_table_agree(@TempDir Path folder) throws Exception {
        Random random = new Random(13);
        List<AdoptedUrl> read = IntStream.range(0, 1200)
                .mapToObj(i -> ADOPTION.read(url(random, i % 150)))
                .toList();
        RewritingFunction function = new RewritingFunction(SOURCES, Alphabet.SAFE);
        read.stream().filter(url -> url.key().isPresent()).forEach(function::add);
        RewritingFunction.Written written = function.write();
        List<String> rewritten = rewritten(
                folder, written.code(), read.stream().map(AdoptedUrl::old).toList());
        int changed = 0;
        for (int i = 0; i < read.size(); i++) {
            AdoptedUrl url = read.get(i);
            if (!rewritten.get(i).equals(path(url.old()))) {
                changed++;
                assertThat(rewritten.get(i))
                        .as(url.old())
                        .isEqualTo(url.key().map(key -> "/" + key.value()).orElse("nothing"));
            }
        }
        assertThat(changed).isPositive().isEqualTo((int) written.urls());
    }

    private static String url(Random random, int size) {
        String original = List.of("a.jpg", "dir/b.png", "s p.jpg", "dir/c.tiff", "..", "x.txt", "%2e./d.jpg", "-/e.jpg")
                .get(random.nextInt(8));
        String box = (size + 1) + "x" + (10 + random.nextInt(2));
        return switch (random.nextInt(5)) {
            case 0 -> "/unsafe/" + box + (random.nextBoolean() ? "/smart/" : "/") + original;
            case 1 -> "/" + box + "/" + original;
            case 2 ->
                "/x/rs:fill:" + box.replace('x', ':') + "/plain/" + original + (random.nextBoolean() ? "@webp" : "");
            case 3 ->
                "/x/rs:fit:" + box.replace('x', ':') + "/"
                        + Base64.getUrlEncoder().encodeToString(original.getBytes(StandardCharsets.UTF_8));
            default -> "/" + original + "?h=" + box.replace("x", "&w=");
        };
    }

    /** What Node runs and cloudfront-js-2.0 does not, as the tests of Terraform's functions have it. */
    @Test
    void it_keeps_to_the_subset_of_cloudfront_functions() {
        RewritingFunction function = new RewritingFunction(SOURCES, Alphabet.UNICODE);
        function.add(ADOPTION.read("/unsafe/600x400/smart/dir/photo.jpg"));
        assertThat(function.write().code().replaceAll("(?m)^ *//.*$", ""))
                .doesNotContainPattern(
                        "\\bclass\\b|\\?\\.[a-z]|\\?\\?[^:=!)]|\\.\\.\\.|`|\\bimport\\b|\\bof\\b [a-z]|\\beval\\b|new Function")
                .doesNotContainPattern(
                        "\\bset(Timeout|Interval)\\b|\\bconsole\\b|\\bprocess\\b|\\*\\*|\\byield\\b|\\(\\?<");
    }

    @Test
    void of_more_options_than_fit_it_holds_the_most_frequent() {
        RewritingFunction function = new RewritingFunction(SOURCES, Alphabet.SAFE);
        IntStream.range(1, 1000).forEach(i -> function.add(ADOPTION.read("/unsafe/%dx400/a.jpg".formatted(i))));
        for (int i = 0; i < 3; i++) {
            function.add(ADOPTION.read("/unsafe/4000x400/a.jpg"));
        }
        RewritingFunction.Written written = function.write();
        assertThat(written.code()).contains("4000x400");
        assertThat(written.holds() + written.missing()).isEqualTo(1000);
        assertThat(written.missing()).isPositive();
        assertThat(written.code().length()).isBetween(RewritingFunction.MOST_BYTES - 100, RewritingFunction.MOST_BYTES);
    }

    @Test
    void a_size_that_is_not_on_the_ladder_is_not_covered_and_the_report_says_so() {
        Adoption strict = new Adoption(GRAMMAR, new Ladder(Set.of(new RequestedSize(600, 400))), SOURCES);
        AdoptionReport report = new AdoptionReport();
        Stream.of("/unsafe/600x400/a.jpg", "/unsafe/601x400/a.jpg", "/unsafe/602x400/b.jpg")
                .map(strict::read)
                .forEach(report::add);
        StringWriter said = new StringWriter();
        report.print(new PrintWriter(said));
        assertThat(said.toString())
                .startsWith("old URLs    3: 1 covered, 2 not\n  thumbor          1 covered, 2 not\n")
                .contains("not covered ");
    }

    /** What the function makes of these, run as CloudFront runs it. */
    private static List<String> rewritten(Path folder, String code, List<String> urls) throws Exception {
        Path function = Files.writeString(folder.resolve("adopt.js"), code);
        Path asked = Files.write(folder.resolve("urls"), urls);
        Path runner = Path.of("src/test/resources/latent/adopt/run.mjs").toAbsolutePath();
        return new ArrayList<>(NodeJs.run(folder, runner.toString(), function.toString(), asked.toString())
                .lines()
                .toList());
    }

    /** As the function sees it. */
    private static String path(String old) {
        String path = old.replaceFirst("^https?://[^/]+", "");
        return Optional.of(path).filter(whole -> whole.startsWith("/")).orElse("/" + path);
    }
}
