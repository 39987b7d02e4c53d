package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say about where things are in the code. */
class WhereToLookTest {
    private static final Path SOURCES = Path.of("src/main/java/latent");

    /** A class by its path, {@code store/S3Renditions}, or one of the top package, and perhaps a member. */
    private static final Pattern REFERENCE = Pattern.compile("`((?:[a-z]+/)*[A-Z]\\w+)(?:#(\\w+))?`");

    @Test
    void each_question_is_answered_by_at_most_three_files() throws Exception {
        List<String> routes = rows("docs/architecture.md", "| question |");
        assertThat(routes).hasSize(7).allSatisfy(route -> {
            String[] cells = route.split("\\|", -1);
            assertThat(cells).as("a question and three files").hasSize(6);
            assertThat(Arrays.copyOfRange(cells, 2, 5))
                    .allSatisfy(cell ->
                            assertThat(cell.strip()).as("begins with the file").startsWith("`"))
                    .allSatisfy(cell -> assertThat(references(cell)).isNotEmpty());
        });
    }

    @Test
    void what_the_routes_name_is_there() throws Exception {
        assertNamesExist(rows("docs/architecture.md", "| question |"));
    }

    @Test
    void what_the_way_of_a_request_names_is_there() throws Exception {
        List<String> steps = rows("docs/architecture.md", "| step |");
        assertThat(steps).hasSizeGreaterThan(5);
        assertNamesExist(steps);
    }

    private static void assertNamesExist(List<String> rows) {
        assertThat(rows.stream().flatMap(row -> references(row).stream()))
                .isNotEmpty()
                .allSatisfy(reference -> {
                    assertThat(SOURCES.resolve(reference.group(1) + ".java")).isRegularFile();
                    if (reference.group(2) != null) {
                        assertThat(members(reference.group(1)))
                                .as(reference.group())
                                .contains(reference.group(2));
                    }
                });
    }

    /** The rows of a table, without its head. */
    private static List<String> rows(String file, String head) throws Exception {
        return Files.readAllLines(Path.of(file)).stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** Those with a path, or of a class in the top package. */
    private static List<MatchResult> references(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .filter(match ->
                        match.group(1).contains("/") || Files.exists(SOURCES.resolve(match.group(1) + ".java")))
                .toList();
    }

    private static List<String> members(String path) throws ClassNotFoundException {
        Class<?> type = Class.forName("latent." + path.replace('/', '.'));
        return Stream.of(type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Arrays::stream)
                .map(Member::getName)
                .toList();
    }
}
