package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import latent.kit.BesideOtherClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks are no part of the build: without this nobody would notice that they no longer fit the program that they measure. */
@BesideOtherClasses
class BenchesTest {
    @Test
    void the_benchmarks_compile_against_the_program_as_it_is(@TempDir Path classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                var folder = Files.find(Path.of("bench"), 2, (file, kind) -> !file.startsWith("bench/node_modules"))) {
            List<Path> sources =
                    folder.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            List<String> options = List.of(
                    "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertThat(complaints.toString()).doesNotContain("error:");
    }
}
