package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Corpus;
import latent.pictures.Corpus.Hostile;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile files that others collected, as originals in S3 that visitors ask for, a sample of them. */
class HostileOriginalsTest {
    /** One of so many; 1 for all, which takes some minutes. */
    private static final int EVERY = Integer.getInteger("latent.hostile.every", 100);

    private static final Map<String, String> EXTENSIONS = Map.of("jpeg", "jpg", "bigtiff", "tif", "tiff", "tif");
    private static final List<String> OWN_EXTENSIONS =
            List.of("png", "gif", "webp", "avif", "heic", "bmp", "ico", "svg");

    @ParameterizedTest
    @ValueSource(strings = {"imgscalr", "vips"})
    void no_hostile_original_makes_a_fault_or_ends_a_worker(String engine, @TempDir Path data) throws Exception {
        List<Hostile> files = Corpus.hostileImages();
        if (engine.equals("vips")) {
            LibvipsHere.orSkip();
        }
        List<String> wrong = new ArrayList<>();
        Map<Integer, Integer> statuses = new HashMap<>();
        Map<String, String> settings = Map.of(
                "render.engine",
                engine,
                "originals.svg",
                "drawn",
                "rate.client-burst",
                "1000000",
                "rate.service-burst",
                "1000000");
        try (Stack stack = Stack.start(data, settings)) {
            for (int i = 0; i < files.size(); i++) {
                Hostile file = files.get(i);
                if (i % EVERY == 0) {
                    Answer answer = answer(stack, "n" + i, file);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    if (answer.status() != 200 && answer.status() != 415) {
                        wrong.add(file + ": " + answer.status() + " " + answer.text());
                    }
                }
            }
            System.out.printf("%s: %s answers by status%n", engine, statuses);
            assertThat(wrong).isEmpty();
            assertThat(statuses).containsKeys(200, 415);
            assertThat(deaths(stack)).isZero();
        }
    }

    private static Answer answer(Stack stack, String name, Hostile file) throws IOException {
        String extension =
                OWN_EXTENSIONS.contains(file.kind()) ? file.kind() : EXTENSIONS.getOrDefault(file.kind(), "jpg");
        stack.putOriginal(name + "." + extension, file.bytes());
        Answer answer =
                stack.processor().get("/" + name + "_100_100." + extension + (extension.equals("jpg") ? "" : ".jpg"));
        stack.s3.client().deleteObject(delete -> delete.bucket("originals").key(name + "." + extension));
        return answer;
    }

    /** Of workers, for whatever reason but that nobody needed them. */
    private static double deaths(Stack stack) throws IOException {
        return stack.processor()
                .get("/-/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("latent_workers_died_total") && !line.contains("retired"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
