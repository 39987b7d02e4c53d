package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latent.key.RequestedSize;
import latent.key.Transformation;
import org.junit.jupiter.api.Test;

/** What the documents point at is there: files, sections, commands, tests and pictures. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final int MOST_LINES_OF_THE_README = 130;

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"\\s]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+?)\\s*$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\S*)[^\\n]*\\n(.*?)^```");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)\\b");
    private static final Pattern PICTURE = Pattern.compile("src=\"docs/pictures/(harbour_[^\"]+)\"");

    @Test
    void every_relative_link_leads_to_a_file_and_a_section_that_are_there() throws Exception {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String target : links(page)) {
                String[] parts = target.split("#", 2);
                Path file = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                if (!Files.exists(file)
                        || (parts.length > 1
                                && file.toString().endsWith(".md")
                                && !sections(file).contains(parts[1]))) {
                    broken.add(page + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_page_is_found_from_the_readme() throws Exception {
        Set<Path> found = new HashSet<>();
        List<Path> next = new ArrayList<>(List.of(README));
        while (!next.isEmpty()) {
            Path page = next.removeLast();
            if (found.add(page)) {
                links(page).stream()
                        .map(target -> page.resolveSibling(target.replaceFirst("#.*", ""))
                                .normalize())
                        .map(file -> Files.isDirectory(file) ? file.resolve("README.md") : file)
                        .filter(file -> file.toString().endsWith(".md") && Files.exists(file))
                        .forEach(next::add);
            }
        }
        assertThat(pages().stream()
                        .filter(page -> !page.startsWith("terraform/modules"))
                        .filter(page -> !found.contains(page)))
                .isEmpty();
        assertThat(links(README)).contains("terraform/README.md", "docs/url-reference.md");
    }

    @Test
    void every_command_is_a_script_or_a_program_and_its_arguments_exist() throws Exception {
        List<String> unknown = new ArrayList<>();
        int commands = 0;
        for (Path page : pages()) {
            for (MatchResult fence : FENCE.matcher(text(page)).results().toList()) {
                if (fence.group(1).equals("sh")) {
                    for (String command : DocumentedCommand.in(fence.group(2))) {
                        commands++;
                        DocumentedCommand.problem(command, page).ifPresent(what -> unknown.add(page + ": " + what));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(commands).isGreaterThan(20);
    }

    @Test
    void every_test_that_a_page_names_is_there() throws Exception {
        Set<String> tests = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .forEach(tests::add);
        }
        Set<String> named = new TreeSet<>();
        for (Path page : pages()) {
            TEST.matcher(text(page)).results().forEach(name -> named.add(name.group(1)));
        }
        assertThat(named).isSubsetOf(tests).hasSizeGreaterThan(15);
    }

    /** Made by {@code docs/pictures/make}; their names are the keys that make them. */
    @Test
    void the_readme_shows_pictures_that_are_what_their_keys_say() throws Exception {
        List<MatchResult> pictures = PICTURE.matcher(text(README)).results().toList();
        assertThat(pictures).hasSize(8);
        for (MatchResult picture : pictures) {
            Path file = Path.of("docs/pictures", picture.group(1));
            Transformation transformation =
                    UrlReference.GRAMMAR.parse(picture.group(1)).transformation();
            RequestedSize box = transformation.box();
            var image = ImageIO.read(file.toFile());
            assertThat(image).as(picture.group(1)).isNotNull();
            assertThat(image.getWidth() == box.width() || image.getHeight() == box.height())
                    .as(picture.group(1))
                    .isTrue();
            assertThat(Files.readString(Path.of("docs/pictures/make"))).contains(picture.group(1) + "\n");
        }
    }

    @Test
    void every_package_is_described() throws Exception {
        String page = text(Path.of("docs/architecture.md"));
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/latent"))) {
            assertThat(folders.filter(Files::isDirectory).map(folder -> "| `" + folder.getFileName() + "/` |"))
                    .allSatisfy(row -> assertThat(page).contains(row));
        }
    }

    @Test
    void the_readme_is_short() throws Exception {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(MOST_LINES_OF_THE_README);
    }

    /** All documents, but what is generated or of others. */
    static List<Path> pages() throws Exception {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        for (String folder : List.of("docs", "terraform", "localstack", "routing-rules", "builders")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> Stream.of("node_modules", ".terraform", "target/")
                                .noneMatch(other -> file.toString().contains(other)))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    private static String text(Path page) throws Exception {
        return Files.readString(page);
    }

    /** Links to files and sections of the repository, outside of code. */
    private static List<String> links(Path page) throws Exception {
        String prose = FENCE.matcher(text(page)).replaceAll("").replaceAll("`[^`\n]*`", "");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1) != null ? link.group(1) : link.group(2))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** As GitHub names sections: small letters, no punctuation, hyphens for spaces, and a number behind what stood before. */
    private static Set<String> sections(Path page) throws Exception {
        String prose = FENCE.matcher(text(page)).replaceAll("");
        Set<String> sections = new HashSet<>();
        Map<String, Integer> times = new HashMap<>();
        HEADING.matcher(prose).results().forEach(heading -> {
            String name = heading.group(1)
                    .toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = times.merge(name, 1, Integer::sum) - 1;
            sections.add(before == 0 ? name : name + "-" + before);
        });
        ANCHOR.matcher(prose).results().forEach(anchor -> sections.add(anchor.group(1)));
        return sections;
    }
}
