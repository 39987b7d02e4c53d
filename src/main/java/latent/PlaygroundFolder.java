package latent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.config.Settings;
import latent.image.ImageFormat;
import latent.key.OriginalKey;
import latent.local.playground.PlaygroundPage;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** The playground's page as a folder, to be put into a deployment's bucket by its operator; until then no deployment has it. */
final class PlaygroundFolder {
    /** Which engine runs there nobody here knows; what it cannot write it refuses with a sentence. */
    private static final Set<ImageFormat> ALL_FORMATS =
            Stream.of(ImageFormat.values()).filter(ImageFormat::ofRenditions).collect(Collectors.toSet());

    private PlaygroundFolder() {}

    /**
     * Writes it.
     *
     * @param folder    is created; what it has under the same names is replaced
     * @param originals their keys
     * @throws Refusal when one of them is no key of an original here
     */
    static void write(Path folder, List<String> originals, Settings settings) throws IOException {
        List<DemoOriginal> known = new ArrayList<>();
        for (String key : originals) {
            OriginalKey original = settings.keys()
                    .grammar()
                    .original(key)
                    .orElseThrow(() -> new Refusal(Reason.MALFORMED_KEY, key + " is no key of an original here."));
            known.add(new DemoOriginal(original, 0, Optional.empty()));
        }
        for (Map.Entry<String, byte[]> file : PlaygroundPage.files().entrySet()) {
            put(folder.resolve(file.getKey()), file.getValue());
        }
        put(
                folder.resolve(PlaygroundPage.DEPLOYMENT),
                PlaygroundFacts.of(settings, known, ALL_FORMATS, Optional.empty(), List.of())
                        .json());
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(Path.of(".")));
        Files.write(file, bytes);
    }
}
