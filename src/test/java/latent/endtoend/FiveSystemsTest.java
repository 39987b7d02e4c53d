package latent.endtoend;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table in docs/five-systems.md of what the five published systems must show: whole, and naming only tests that there are. */
class FiveSystemsTest {
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]{2}-[0-9]+) \\|.*\\| (.*) \\|");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)\\.([A-Za-z0-9_]+)`");
    private static final Pattern CHECK = Pattern.compile("verify \"([^\"]+)\"");

    @Test
    void every_row_is_in_the_table() throws IOException {
        Stream<String> wanted = Stream.of(
                        IntStream.rangeClosed(1, 12).mapToObj(i -> "LR-" + i),
                        IntStream.rangeClosed(1, 8).mapToObj(i -> "SU-" + i),
                        IntStream.rangeClosed(1, 7).mapToObj(i -> "TT-" + i),
                        Stream.of("TH-1", "TH-2", "TH-3", "TH-4", "MR-1", "MR-2", "MR-3", "MR-4", "MR-9"))
                .flatMap(rows -> rows);
        assertThat(rows().map(row -> row.group(1))).containsExactlyElementsOf(wanted.toList());
    }

    @TestFactory
    Stream<DynamicTest> every_row_names_tests_that_exist() throws IOException {
        String verification = text(Path.of("terraform", "tests"), ".py", ".mjs", ".hcl");
        return rows().map(row -> DynamicTest.dynamicTest(row.group(1), () -> {
            List<MatchResult> tests = TEST.matcher(row.group(2)).results().toList();
            assertThat(tests).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(text(Path.of("src", "test", "java"), "/" + test.group(1) + ".java"))
                        .containsPattern("void " + test.group(2) + "\\(");
            }
            CHECK.matcher(row.group(2))
                    .results()
                    .forEach(check -> assertThat(verification).contains(check.group(1)));
        }));
    }

    @Test
    void LR_11_the_readme_says_when_not_to_use_it() throws IOException {
        assertThat(readme()).contains("## When not to use it").contains("CloudFront in front of a resizing service");
    }

    @Test
    void TT_7_the_question_for_a_better_solution_is_answered() throws IOException {
        String answer = Files.readString(Path.of("docs/five-systems.md"))
                .replaceAll("(?s).*## Half a million pictures: was there a better solution\\?", "");
        assertThat(answer).contains("write-back to S3", "Origin Shield", "a second distribution", "what it lacks");
    }

    private static Stream<MatchResult> rows() throws IOException {
        return Files.readString(Path.of("docs/five-systems.md"))
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** All files below a folder whose paths end so. */
    private static String text(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .map(FiveSystemsTest::read)
                    .collect(joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
