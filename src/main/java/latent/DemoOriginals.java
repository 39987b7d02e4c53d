package latent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.key.OriginalKey;
import latent.local.SamplePictures;
import latent.refusal.Refusal;
import latent.render.header.HeaderGate;
import latent.store.Uploads;

/** The pictures that the demo starts with: those of a folder, or a few that are drawn. */
record DemoOriginals(Optional<Path> folder, HeaderGate gate) {

    /** Stores them all, with a line of progress; what is stored already is not sent again. */
    List<DemoOriginal> upload(Uploads originals, PrintStream out) throws IOException {
        if (folder.isEmpty()) {
            Map<String, byte[]> drawn = SamplePictures.draw();
            drawn.forEach((key, bytes) -> originals.put(key, mediaType(key), bytes));
            return drawn.entrySet().stream()
                    .map(picture -> original(picture.getKey(), picture.getValue()))
                    .toList();
        }
        List<Path> files = pictures(folder.get());
        List<DemoOriginal> uploaded = new ArrayList<>();
        for (Path file : files) {
            String key = folder.get().relativize(file).toString().replace('\\', '/');
            out.printf("\r  originals  %d of %d", uploaded.size() + 1, files.size());
            out.flush();
            byte[] bytes = Files.readAllBytes(file);
            originals.put(key, mediaType(key), bytes);
            uploaded.add(original(key, bytes));
        }
        out.println(files.isEmpty() ? "  originals  none in " + folder.get() : "");
        return uploaded;
    }

    private DemoOriginal original(String key, byte[] bytes) {
        return new DemoOriginal(new OriginalKey(key), bytes.length, size(bytes));
    }

    private Optional<PixelSize> size(byte[] file) {
        try {
            return Optional.of(gate.admit(file).upright());
        } catch (Refusal noPicture) {
            return Optional.empty();
        }
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> format(file.toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private static String mediaType(String name) {
        return format(name).map(ImageFormat::mediaType).orElse("application/octet-stream");
    }

    private static Optional<ImageFormat> format(String name) {
        return ImageFormat.ofOriginalExtension(name.substring(name.lastIndexOf('.') + 1));
    }
}
