package latent.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import latent.config.SettingSources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that every command with settings has. */
final class SettingsOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "A file of settings, one name=value on a line.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "One setting; stronger than the environment (LATENT_NAME), which is stronger than the file.")
    private Map<String, String> flags = new LinkedHashMap<>();

    /** The settings from all sources, weakest first; a file that cannot be read is one of the problems. */
    SettingSources sources() {
        SettingSources sources = new SettingSources();
        Optional.ofNullable(file).ifPresent(given -> read(given, sources));
        return sources.withEnvironment(System.getenv()).with(flags, "--set");
    }

    private static void read(Path file, SettingSources sources) {
        try {
            sources.with(lines(file), file.toString());
        } catch (NoSuchFileException e) {
            sources.withProblem("there is no configuration file " + file);
        } catch (IOException | IllegalArgumentException e) {
            boolean text = e instanceof CharacterCodingException || e instanceof IllegalArgumentException;
            String why = text ? "it is no text of name=value lines in UTF-8" : e.getMessage();
            sources.withProblem("the configuration file " + file + " cannot be read: " + why);
        }
    }

    private static Map<String, String> lines(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
