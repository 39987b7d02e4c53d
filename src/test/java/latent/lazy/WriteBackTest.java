package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.RenditionKey;
import latent.kit.Eventually;
import latent.local.TestS3;
import latent.metrics.Meters;
import latent.store.ListPermission;
import latent.store.Rendition;
import latent.store.S3Originals;
import latent.store.S3Renditions;
import org.junit.jupiter.api.Test;

class WriteBackTest {
    private static final int DROPS = 1000;
    private static final Pattern TOLD = Pattern.compile(
            "WriteBack - Renditions were not kept for S3, .*?(?: \\((\\d+) of this kind since the last such line\\))?$",
            Pattern.MULTILINE);
    private static final RenditionKey KEY =
            new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of())).parse("widgets/a_60_40.jpg");

    @Test
    void what_does_not_fit_is_counted_and_told_in_few_lines() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        Meters meters = new Meters();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (TestS3 nowhere = new TestS3(URI.create("http://127.0.0.1:1"));
                WriteBack writeBack = new WriteBack(
                        new S3Originals(nowhere.client(), "originals", ListPermission.GRANTED),
                        new S3Renditions(nowhere.client(), "renditions", ListPermission.GRANTED),
                        0,
                        Duration.ofSeconds(1),
                        meters)) {
            assertThat(meters.scrape()).contains("latent_write_backs_total{outcome=\"dropped\"} 0.0");
            for (int i = 0; i < DROPS; i++) {
                writeBack.enqueue(KEY, Rendition.of(new byte[] {1}, "image/jpeg", ""), "\"v1\"");
            }
            Eventually.until(
                    "all are told", () -> told(log).stream().mapToInt(n -> n).sum() == DROPS);
        } finally {
            System.setErr(before);
        }
        assertThat(told(log)).hasSizeLessThan(DROPS / 10);
        assertThat(meters.scrape()).contains("latent_write_backs_total{outcome=\"dropped\"} " + DROPS + ".0");
    }

    private static List<Integer> told(ByteArrayOutputStream log) {
        Matcher lines = TOLD.matcher(log.toString(StandardCharsets.UTF_8));
        return Stream.iterate(lines, Matcher::find, line -> line)
                .map(line -> Integer.parseInt(Optional.ofNullable(line.group(1)).orElse("1")))
                .toList();
    }
}
