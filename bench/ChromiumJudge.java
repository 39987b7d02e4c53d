import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Where we and another decoder show a picture differently: how far we are from Chromium, pixel by pixel on white, at full size or 4,096 pixels. TIFF, which no
 * browser shows, is judged as ImageMagick converts it. Wants {@code chromium} and {@code convert} on the PATH.
 */
final class ChromiumJudge implements AutoCloseable {
    private static final int BATCH = 12;

    /** Of each pair: the mean difference of a channel, or both sizes where they differ, or "not shown". */
    private static final String SCRIPT = """
            onload = () => {
              let out = '';
              for (const pair of document.querySelectorAll('p')) {
                const [theirs, ours] = pair.children;
                out += pair.id + '\\t' + difference(theirs, ours) + '\\n';
              }
              document.getElementById('answer').textContent = out;
            };
            function difference(theirs, ours) {
              const w = ours.naturalWidth, h = ours.naturalHeight;
              if (!theirs.naturalWidth) return 'not shown';
              const longest = Math.max(theirs.naturalWidth, theirs.naturalHeight);
              const fits = (side, other) => Math.abs(other - side * Math.min(1, 4096 / longest)) < 1.01;
              if (!fits(theirs.naturalWidth, w) || !fits(theirs.naturalHeight, h))
                return 'size ' + theirs.naturalWidth + 'x' + theirs.naturalHeight + ', ours ' + w + 'x' + h;
              const a = pixels(theirs, w, h), b = pixels(ours, w, h);
              let sum = 0;
              for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
              return (sum / (3 * w * h)).toFixed(1);
            }
            function pixels(image, w, h) {
              const canvas = document.createElement('canvas');
              canvas.width = w;
              canvas.height = h;
              const context = canvas.getContext('2d');
              context.fillStyle = '#fff';
              context.fillRect(0, 0, w, h);
              context.imageSmoothingQuality = 'high';
              context.drawImage(image, 0, 0, w, h);
              return context.getImageData(0, 0, w, h).data;
            }
            """;

    private final Path folder = Files.createTempDirectory("judge");
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private final Map<String, String> judgements = new LinkedHashMap<>();

    ChromiumJudge() throws IOException {}

    /** Takes a rendition at full size, as PNG, of a file; whatever is at {@code rendition} may change afterwards. */
    void ask(String name, Path file, Path rendition) throws IOException, InterruptedException {
        pairs.put(name, "<p id=\"%d\">%s%s</p>".formatted(pairs.size(), image(shownByBrowsers(file)), image(rendition)));
        if (pairs.size() == BATCH) {
            judge();
        }
    }

    /** What came of all that was asked. */
    Map<String, String> answers() throws IOException, InterruptedException {
        judge();
        return judgements;
    }

    private void judge() throws IOException, InterruptedException {
        if (pairs.isEmpty()) {
            return;
        }
        Path page = folder.resolve("page.html");
        Files.writeString(page, "<pre id=answer></pre><script>" + SCRIPT + "</script>" + String.join("", pairs.values()));
        Path answer = folder.resolve("answer");
        run(answer, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--timeout=60000", "--dump-dom", page.toUri().toString());
        List<String> names = List.copyOf(pairs.keySet());
        for (String line : Files.readString(answer).replaceFirst("(?s)^.*<pre id=\"answer\">", "").replaceFirst("(?s)</pre>.*$", "").lines().toList()) {
            String[] words = line.split("\t");
            judgements.put(names.get(Integer.parseInt(words[0])), words[1]);
        }
        names.forEach(name -> judgements.putIfAbsent(name, "no answer of Chromium"));
        pairs.clear();
    }

    private Path shownByBrowsers(Path file) throws IOException, InterruptedException {
        String head = new String(Files.readAllBytes(file), 0, (int) Math.min(4, Files.size(file)), StandardCharsets.ISO_8859_1);
        if (!head.startsWith("II") && !head.startsWith("MM")) {
            return file;
        }
        Path png = folder.resolve("tiff.png");
        Files.deleteIfExists(png);
        run(folder.resolve("said"), "convert", "tiff:" + file + "[0]", "-auto-orient", "-colorspace", "sRGB", "-depth", "8", "png:" + png);
        return Files.exists(png) ? png : file;
    }

    private static void run(Path out, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static String image(Path file) throws IOException {
        String type = file.toString().endsWith(".svg") ? "image/svg+xml" : "image"; // all others are known by their bytes
        return "<img src=\"data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file)) + "\">";
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
