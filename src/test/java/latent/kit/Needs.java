package latent.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/**
 * What a test needs from the machine. Where it is missing the test is skipped and says so; where {@code LATENT_SKIP_NOTHING} is set, as in
 * {@code .ci/run}, it fails instead. At the end of the run {@link SkippedTestsReport} lists what was missing.
 */
public final class Needs {
    private static final Path SHARED = Path.of("..", "shared");

    private Needs() {}

    /**
     * A folder of test data that the project does not hold: {@code photos}, {@code corpora} or {@code cases}. It is where {@code LATENT_PHOTOS},
     * {@code LATENT_CORPORA} or {@code LATENT_CASES} says, or in {@code ../shared} beside the checkout; an empty variable means none.
     */
    public static Path folder(String name) {
        String variable = "LATENT_" + name.toUpperCase(Locale.ROOT);
        return present(
                folder(Optional.ofNullable(System.getenv(variable)), SHARED.resolve(name)),
                "folder of " + name,
                "put it at " + SHARED.resolve(name) + ", or let " + variable + " name it");
    }

    /** @throws AssertionError when the setting names what is no folder: a typing error is no reason to test less */
    static Optional<Path> folder(Optional<String> setting, Path beside) {
        if (setting.isEmpty()) {
            return Optional.of(beside).filter(Files::isDirectory);
        }
        Optional<Path> named = setting.filter(value -> !value.isEmpty()).map(Path::of);
        named.ifPresent(folder -> Assertions.assertTrue(Files.isDirectory(folder), folder + " is no folder"));
        return named;
    }

    /**
     * The thing, or the end of the test.
     *
     * @throws MissingNeed where tests may be skipped
     * @throws AssertionError where they may not
     */
    public static <T> T present(Optional<T> thing, String what, String howToGetIt) {
        if (thing.isEmpty()) {
            MissingNeed missing = skipped(what, howToGetIt);
            Assertions.assertNull(System.getenv("LATENT_SKIP_NOTHING"), missing.getMessage());
            throw missing;
        }
        return thing.get();
    }

    /** To be thrown where even {@code LATENT_SKIP_NOTHING} allows a skip: for what cannot be installed everywhere. */
    public static MissingNeed skipped(String what, String howToGetIt) {
        MissingNeed missing = new MissingNeed(what, howToGetIt);
        System.out.println(missing.getMessage());
        return missing;
    }
}
