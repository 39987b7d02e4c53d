package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.kit.BesideOtherClasses;
import latent.kit.ServeProcess;
import latent.kit.Stack;
import latent.local.RawHttp;
import latent.local.TestS3;
import latent.render.worker.WorkersHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The commands of the container image, as its Dockerfile has them, on the files that it would hold. */
@Timeout(600)
@BesideOtherClasses
class ImageStartTest {
    private static final String PLACE = "/latent/";

    @TempDir
    private Path image;

    @TempDir
    private Path data;

    @BeforeEach
    void fill() throws Exception {
        Files.copy(WorkersHere.jar(), image.resolve("latent.jar"));
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Files.writeString(image.resolve("class-path"), "-cp latent.jar" + File.pathSeparator + libraries);
    }

    @Test
    void the_program_starts_from_what_the_build_prepares() throws Exception {
        assertThat(process(command("RUN", "prepare"))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        assertThat(image.resolve("processor.aot")).isNotEmptyFile();
        Path loaded = image.resolve("loaded");
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            ProcessBuilder serve = served(stack.between.url());
            serve.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
            Process program = serve.start();
            try {
                RawHttp http = RawHttp.to(URI.create("http://localhost:" + ServeProcess.port(program)));
                assertThat(http.get("/a_60_0.jpg").status()).isEqualTo(200);
            } finally {
                program.destroyForcibly().waitFor();
            }
        }
        List<String> ours = sources(loaded, " latent.");
        assertThat(ours).hasSizeGreaterThan(100);
        assertThat(ours)
                .filteredOn(line -> line.endsWith("source: shared objects file"))
                .hasSizeGreaterThan(ours.size() * 9 / 10);
        assertThat(sources(loaded, " latent.lazy.RenditionService "))
                .singleElement()
                .asString()
                .endsWith("shared objects file");
        // what a first miss of a JPEG and the log go through was rehearsed, and other commands are not even loaded
        assertThat(List.of("render.jpeg.JpegMarkers", "logging.LogQueue", "logging.LineSplitter", "ShutdownSignal"))
                .allSatisfy(name -> assertThat(sources(loaded, " latent." + name + " "))
                        .singleElement()
                        .asString()
                        .endsWith("shared objects file"));
        assertThat(sources(loaded, " latent.cli.DemoCommand ")).isEmpty();
        // its classes are in no cache, and take longer than all of ours
        assertThat(sources(loaded, " picocli.CommandLine ")).isEmpty();
    }

    /** An image that is built on a machine of the other architecture has none. */
    @Test
    void without_a_cache_it_starts_all_the_same_and_says_nothing_of_it() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            Process program = served(stack.between.url()).start();
            try {
                assertThat(ServeProcess.port(program)).isPositive();
            } finally {
                program.destroyForcibly().waitFor();
            }
        }
    }

    private static List<String> sources(Path loaded, String name) throws Exception {
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.filter(line -> line.contains(name) && !line.contains("Lambda"))
                    .toList();
        }
    }

    /** As a container does: the image's own words, and settings in the environment. */
    private ProcessBuilder served(URI s3) throws Exception {
        List<String> words = new ArrayList<>(command("ENTRYPOINT", "latent.Main"));
        words.addAll(command("CMD", "serve"));
        ProcessBuilder serve = process(words);
        serve.environment()
                .putAll(Map.of(
                        "LATENT_HTTP_HOST",
                        "127.0.0.1",
                        "LATENT_HTTP_PORT",
                        "0",
                        "LATENT_RENDER_ENGINE",
                        "imgscalr",
                        "LATENT_S3_ENDPOINT",
                        s3.toString(),
                        "LATENT_S3_ACCESS_KEY",
                        TestS3.ACCESS_KEY,
                        "LATENT_S3_SECRET_KEY",
                        TestS3.SECRET_KEY));
        return serve;
    }

    /** The RUN command, ENTRYPOINT or CMD of the Dockerfile that ends with this word, with the paths of this machine. */
    private List<String> command(String kind, String end) throws Exception {
        Matcher line = Pattern.compile("^" + kind + " (\\[.*\"" + Pattern.quote(end) + "\"\\])$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("Dockerfile")));
        assertThat(line.find()).isTrue();
        List<String> words = new ArrayList<>();
        for (String word : new JsonMapper().readValue(line.group(1), String[].class)) {
            words.add(word.replace(PLACE, image + "/"));
        }
        if (words.getFirst().equals("java")) {
            words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        }
        return words;
    }

    private ProcessBuilder process(List<String> command) {
        return new ProcessBuilder(command).directory(image.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
