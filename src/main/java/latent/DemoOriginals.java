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
import latent.key.OriginalKey;
import latent.local.SamplePictures;
import latent.store.Uploads;

/** The pictures that the demo starts with: those of a folder, or a few that are drawn. */
record DemoOriginals(Optional<Path> folder) {

    /** Stores them all, with a line of progress; what is stored already is not sent again. */
    List<OriginalKey> upload(Uploads originals, PrintStream out) throws IOException {
        if (folder.isEmpty()) {
            Map<String, byte[]> drawn = SamplePictures.draw();
            drawn.forEach((key, bytes) -> originals.put(key, mediaType(key), bytes));
            return drawn.keySet().stream().map(OriginalKey::new).toList();
        }
        List<Path> files = pictures(folder.get());
        List<OriginalKey> keys = new ArrayList<>();
        for (Path file : files) {
            String key = folder.get().relativize(file).toString().replace('\\', '/');
            out.printf("\r  originals  %d of %d", keys.size() + 1, files.size());
            out.flush();
            originals.put(key, mediaType(key), Files.readAllBytes(file));
            keys.add(new OriginalKey(key));
        }
        out.println(files.isEmpty() ? "  originals  none in " + folder.get() : "");
        return keys;
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
