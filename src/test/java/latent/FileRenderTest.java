package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latent.config.SettingSources;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.FarHeaders;
import latent.pictures.Pictures;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code latent render}, beside what a visitor gets of the same file. */
class FileRenderTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final Map<String, String> SETTINGS =
            Map.of("render.engine", "imgscalr", "originals.max-mebibytes", "16");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void latent_render_makes_the_same_bytes_and_gives_the_same_refusals_as_the_server() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(FarHeaders.everywhere(Pictures.quarters(90, 60)));
        files.put("ordinary", Encoded.jpeg(Pictures.quarters(90, 60)));
        files.put("cut", Arrays.copyOf(FarHeaders.jpeg(Pictures.quarters(90, 60), 80), 4 * MEBIBYTE));
        files.put("not read by the engine", FarHeaders.tiff(Pictures.quarters(800, 600)));
        files.put("too large", new byte[17 * MEBIBYTE]);
        files.put("noise", new byte[2 * MEBIBYTE]);
        files.put("one byte", new byte[1]);
        try (Stack stack = Stack.start(folder.resolve("s3"), SETTINGS)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                stack.putOriginal(file.getKey().replace(' ', '-') + ".jpg", file.getValue());
                Answer visitor = stack.processor().get("/" + file.getKey().replace(' ', '-') + "_45_0.jpg.png");
                byte[] command = rendered(file.getValue(), "a_45_0.jpg.png");
                assertThat(
                                visitor.status() == 200
                                        ? visitor.body()
                                        : visitor.text().strip().getBytes(StandardCharsets.UTF_8))
                        .as(file.getKey() + " " + visitor.status())
                        .isEqualTo(command);
            }
        }
    }

    private byte[] rendered(byte[] file, String key) throws Exception {
        Path in = Files.write(folder.resolve("in"), file);
        Path out = folder.resolve("out");
        try {
            FileRender.run(
                    in, key, out, new SettingSources().with(SETTINGS, "test").read());
        } catch (Refusal refusal) {
            return refusal.sentence().getBytes(StandardCharsets.UTF_8);
        }
        return Files.readAllBytes(out);
    }
}
