package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say about where things are in the code. */
class WhereToLookTest {
    private static final String QUESTIONS = "| question |";
    private static final Path SOURCES = Path.of("src/main/java/latent");

    /** A class by its path, {@code store/S3Renditions}, or one of the top package, and perhaps a member. */
    private static final Pattern REFERENCE = Pattern.compile("`((?:[a-z]+/)*[A-Z]\\w+)(?:#(\\w+))?`");

    /** What stands in each file or member that the routes name, and makes it the answer to the question. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("render/header/Exif#inTiff", "Orientation.ofExif("),
            Map.entry("image/Orientation#then", "next.transposes()"),
            Map.entry("render/RenderPlan#turn", "engine.turn(picture, turn)"),
            Map.entry("render/header/Tiff#directory", "Orientation.ofExif("),
            Map.entry("render/header/ItemProperties#claim", "irot"),
            Map.entry("admission/RateLimits#reserve", "this.clients.take("),
            Map.entry("admission/Charge#ofExistingOriginal", "original.take()"),
            Map.entry("admission/Buckets#take", "throw limit.refusal("),
            Map.entry("admission/RenderPermits#take", "Reason.NO_ROOM"),
            Map.entry("admission/RenderPermits#acquireLong", "Reason.NO_ROOM"),
            Map.entry("render/RenderPool#late", "Reason.NO_ROOM"),
            Map.entry("render/worker/WorkerPool#take", "Reason.NO_ROOM"),
            Map.entry("render/worker/CrashingOriginals#refusalAfter", "Reason.NO_ROOM"),
            Map.entry("render/ExpensiveRenditions#refusal", "Reason.NO_ROOM"),
            Map.entry("http/RequestGate#refuse", "Reason.NO_ROOM"),
            Map.entry("admission/BodyRoom#take", "Reason.NO_ROOM"),
            Map.entry("key/Background", ".documented("),
            Map.entry("key/Option#kinds", "Background.KIND"),
            Map.entry("render/RenderPlan#background", "asked.find(Background.class)"),
            Map.entry("key/Effect#kinds", "Grayscale.KIND"),
            Map.entry("key/Grayscale", ".documented("),
            Map.entry("render/RenderPlan#convertColours", "Grayscale.class"),
            Map.entry("render/vips/VipsEffects#apply", "case Grayscale"),
            Map.entry("render/imgscalr/JavaEffects#apply", "case Grayscale"),
            Map.entry("config/Setting#RENDITIONS_CACHE_CONTROL", "max-age"),
            Map.entry("lazy/CountedRenders", "cacheControl)"),
            Map.entry("lazy/OpenedRenders#render", "originals.cacheControl("),
            Map.entry("lazy/VersionedKeys#cached", "immutable"),
            Map.entry("store/S3Renditions#add", ".cacheControl(rendition.cacheControl())"),
            Map.entry("http/Answers#headers", "\"Cache-Control\", rendition.cacheControl()"),
            Map.entry("refusal/Reason#keep", "return keep"),
            Map.entry("http/Answers#cacheControl", "public, max-age="),
            Map.entry("http/Answers#refusal", "\"Cache-Control\""),
            Map.entry("http/FallbackAnswers", "\"Cache-Control\""),
            Map.entry("http/MalformedRequestHandler#handle", "HttpHeader.CACHE_CONTROL"),
            Map.entry("config/Setting#ORIGINALS_MAX_MEBIBYTES", "Limits.DEFAULT.maxFileBytes()"),
            Map.entry("config/Setting#ORIGINALS_MAX_MEGAPIXELS", "Limits.DEFAULT.maxPixels()"),
            Map.entry("render/header/Limits", "maxFileBytes, long maxPixels"),
            Map.entry("render/header/HeaderGate#requireSize", "> limits.maxFileBytes()"),
            Map.entry("render/header/HeaderGate#admit", "> limits.maxPixels()"),
            Map.entry("store/http/SourceBody#measure", "bytes > maxBytes"),
            Map.entry("render/svg/Sanitizer#clean", "> MOST_BYTES"),
            Map.entry("render/header/Png#read", "Reason.TOO_LARGE"),
            Map.entry("render/RenderSettings#DEFAULT", "1_000, 100_000_000"),
            Map.entry("render/RenderPlan#animation", "settings.maxAnimationPixels()"),
            Map.entry("warm/ChangeConsumer#workUntilStopped", "queue.receive("),
            Map.entry("warm/ChangeHandler#workOff", "purge.purge("),
            Map.entry("purge/Purge#stale", "madeFromAnother("),
            Map.entry("http/EventServer#answer", "context.body()"),
            Map.entry("warm/QueueEventHandler#handle", "workOff("),
            Map.entry("lazy/ReplacedWhileRead#retrying", "attempt.apply("),
            Map.entry("lazy/OriginalsInUse#reopen", "originals.openUnless("),
            Map.entry("store/S3Originals#pinned", "== 412"),
            Map.entry("store/http/SourceFiles#isOther", "original.eTag()"),
            Map.entry("lazy/RenditionStorage#store", "afterWrite.isCurrent("),
            Map.entry("lazy/OriginalVersions#isCurrent", "ask(key)"),
            Map.entry("audit/RenditionExamination#outdated", "FindingKind.STALE"),
            Map.entry("lazy/MezzanineRule#onMezzanine", "Optional<Transformation>"),
            Map.entry("lazy/MezzanineReader#render", "isCurrent("),
            Map.entry("lazy/MezzanineMaker#take", "make(key, original)"),
            Map.entry("store/OriginalStore", "OriginalStream open("),
            Map.entry("store/http/HttpOriginals", "implements OriginalStore"),
            Map.entry("Stores#originals", "new HttpOriginals("));

    /** Code of which every place is an answer to one of the questions; and below which folders. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "Reason\\.NO_ROOM(?:,|\\.status)|throw limit\\.refusal\\(", List.of(""),
            "\"Cache-Control\", (?!\"no-store\")|HttpHeader\\.CACHE_CONTROL|\\.cacheControl\\(\\w+\\.",
                    List.of("http", "lazy", "store"),
            "The original is larger than|SVG file of more than|too many frames|chunk that is too long",
                    List.of("render", "store"));

    @Test
    void each_question_is_answered_by_at_most_three_files() throws Exception {
        List<String> routes = rows(QUESTIONS);
        assertThat(routes.stream().filter(route -> !route.startsWith("| …"))).hasSize(8);
        assertThat(routes).allSatisfy(route -> {
            String[] cells = route.split("\\|", -1);
            assertThat(cells).as("a question and three files").hasSize(6);
            assertThat(cells[2].strip()).isNotEmpty();
            assertThat(references(route).stream().map(match -> match.group(1)).distinct())
                    .as("files to open")
                    .hasSizeLessThanOrEqualTo(3);
            assertThat(Arrays.stream(cells, 2, 5).map(String::strip).filter(cell -> !cell.isEmpty()))
                    .allSatisfy(
                            cell -> assertThat(cell).as("begins with the file").startsWith("`"))
                    .allSatisfy(cell -> assertThat(references(cell)).isNotEmpty());
        });
    }

    @Test
    void what_the_routes_name_is_there() throws Exception {
        assertNamesExist(rows(QUESTIONS));
    }

    @Test
    void the_answer_stands_where_the_routes_say() throws Exception {
        Set<String> named = named();
        assertThat(ANSWERS.keySet()).as("a text for each place that is named").isEqualTo(named);
        assertThat(named).allSatisfy(name -> {
            String[] place = name.split("#", 2);
            String code = Files.readString(SOURCES.resolve(place[0] + ".java"));
            assertThat(place.length == 1 ? code : member(code, place[1])).contains(ANSWERS.get(name));
        });
    }

    @Test
    void no_place_is_missing_in_the_routes() throws Exception {
        Set<String> files = named().stream()
                .map(name -> name.replaceFirst("#.*", "") + ".java")
                .collect(Collectors.toSet());
        for (String code : PLACES.keySet()) {
            assertThat(filesWith(Pattern.compile(code), PLACES.get(code)))
                    .as(code)
                    .isNotEmpty()
                    .isSubsetOf(files);
        }
    }

    @Test
    void every_package_is_in_the_table_of_packages() throws Exception {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<String> packages = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(SOURCES))
                    .map(folder -> "| `" + SOURCES.relativize(folder) + "/` |")
                    .sorted()
                    .toList();
            assertThat(rows("| package |").stream()
                            .map(row -> row.substring(0, row.indexOf('|', 1) + 1))
                            .filter(row -> row.contains("`"))
                            .sorted())
                    .isEqualTo(packages);
        }
    }

    @Test
    void what_the_way_of_a_request_names_is_there() throws Exception {
        List<String> steps = rows("| step |");
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
    private static List<String> rows(String head) throws Exception {
        return Files.readAllLines(Path.of("docs/architecture.md")).stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** Each reference of the routes, as the document writes it. */
    private static Set<String> named() throws Exception {
        return rows(QUESTIONS).stream()
                .flatMap(row -> references(row).stream())
                .map(reference -> reference.group().replace("`", ""))
                .collect(Collectors.toSet());
    }

    private static List<String> filesWith(Pattern code, List<String> folders) throws Exception {
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (code.matcher(Files.readString(file)).find()) {
                        found.add(SOURCES.relativize(file).toString());
                    }
                }
            }
        }
        return found;
    }

    /** The code of all methods or constants of a name: from where the name stands to the next line that is indented no deeper. */
    private static String member(String code, String name) {
        return Pattern.compile("(?m)^ {4}\\w[^\\n=(]*\\b" + name + "\\b.*\\n(?:(?: {5}.*)?\\n)*|^ {4}" + name
                        + "\\(.*\\n(?:(?: {5}.*)?\\n)*")
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
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
