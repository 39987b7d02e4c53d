package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.kit.BesideOtherClasses;
import latent.pictures.AvifFiles;
import latent.pictures.ColourBars;
import latent.pictures.Encoded;
import latent.pictures.EncodedParts;
import latent.pictures.PngChunks;
import latent.pictures.TaggedColourBars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the numbers in a file mean, where it has no profile that says so. All colours are those of Chromium 156 on an sRGB screen. */
@BesideOtherClasses
class ColourMeaningTest {
    private static final List<Integer> ALL =
            IntStream.range(0, ColourBars.BARS).boxed().toList();

    private static final Map<String, String> PNG = read("""
            nothing said              180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            primaries 9               213,97,45 20,20,20 0,189,74 0,60,210 128,128,128 255,0,14 200,200,200 64,64,64
            primaries 11              188,106,48 20,20,20 0,183,78 19,59,208 128,128,128 255,0,14 200,200,200 64,64,64
            primaries 12              191,106,47 20,20,20 0,183,78 17,61,208 128,128,128 255,0,9 200,200,200 64,64,64
            primaries 2               180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            curve 1                   176,102,49 7,7,7 49,176,81 18,49,197 121,121,121 250,28,28 197,197,197 54,54,54
            curve 4                   181,110,57 12,12,12 57,181,90 24,57,201 129,129,129 250,35,35 201,201,201 62,62,62
            curve 5                   165,87,36 3,3,3 36,165,66 8,36,189 106,106,106 249,17,17 189,189,189 40,40,40
            curve 8                   219,176,133 79,79,79 133,219,160 96,133,229 188,188,188 253,110,110 229,229,229 137,137,137
            cICP of narrow range      180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            gAMA 100000               219,176,133 79,79,79 133,219,160 96,133,229 188,188,188 253,110,110 229,229,229 137,137,137
            gAMA 45455                180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            gAMA 50000                187,119,67 18,18,18 67,187,99 31,67,206 137,137,137 251,43,43 206,206,206 71,71,71
            cHRM alone                180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            cHRM and gAMA             193,106,43 12,12,12 0,185,77 6,58,209 129,129,129 255,0,0 201,201,201 62,62,62
            cHRM of nothing and gAMA  180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            sRGB before cHRM and gAMA 180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            cICP before a profile     180,110,60 20,20,20 60,180,90 30,60,200 128,128,128 250,40,40 200,200,200 64,64,64
            cICP before sRGB          191,106,47 20,20,20 0,183,78 17,61,208 128,128,128 255,0,9 200,200,200 64,64,64
            gray, gAMA                219,219,219 79,79,79 133,133,133 96,96,96 188,188,188 253,253,253 229,229,229 137,137,137
            gray, its own profile     219,219,219 79,79,79 133,133,133 96,96,96 188,188,188 253,253,253 229,229,229 137,137,137
            gray of 16 bits, gAMA     219,219,219 79,79,79 133,133,133 96,96,96 188,188,188 253,253,253 229,229,229 137,137,137
            16 bits, cICP             191,106,47 20,20,20 0,183,78 17,61,208 128,128,128 255,0,9 200,200,200 64,64,64
            a palette, cICP           191,106,47 20,20,20 0,183,78 17,61,208 128,128,128 255,0,9 200,200,200 64,64,64
            """);

    private static final Map<String, String> HIGH_RANGE = read("""
            PQ                        255,0,0 1,1,1 0,255,0 0,0,255 132,132,132 255,0,0 255,255,255 30,30,30
            PQ of 16 bits             255,0,0 1,1,1 0,255,0 0,0,255 132,132,132 255,0,0 255,255,255 30,30,30
            HLG                       185,74,34 5,5,5 0,170,58 0,41,176 99,99,99 255,0,0 202,202,202 43,43,43
            """);

    /** By the code points in the file, primaries and curve; those of video count as the curve of sRGB. */
    private static final Map<String, String> AVIF = read("""
            1 13                      180,110,60 20,20,20 59,181,90 30,60,199 128,128,128 251,40,41 200,200,200 64,64,64
            2 2                       180,110,60 20,20,20 59,181,90 30,60,199 128,128,128 251,40,41 200,200,200 64,64,64
            1 1                       179,110,60 20,20,20 60,180,90 31,60,200 128,128,128 251,40,40 200,200,200 64,64,64
            12 13                     191,106,47 20,20,20 0,184,77 17,61,207 128,128,128 255,0,12 200,200,200 64,64,64
            9 14                      211,97,44 20,20,20 0,189,74 0,59,209 128,128,128 255,0,17 200,200,200 64,64,64
            1 8                       219,176,133 79,79,79 132,219,160 96,133,229 188,188,188 253,110,112 229,229,229 137,137,137
            1 4                       181,110,57 12,12,12 56,182,90 24,57,200 129,129,129 251,35,36 201,201,201 62,62,62
            """);

    static Stream<Arguments> png() {
        return TestedEngines.all()
                .flatMap(engine -> PNG.keySet().stream().map(kind -> Arguments.of(engine.name(), engine, kind)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("png")
    void a_png_looks_as_in_a_browser(String name, Engine engine, String kind) {
        shows(engine, in(TaggedColourBars.ofStandardRange(), kind), in(PNG, kind), ALL, 2);
    }

    static Stream<Arguments> highRange() {
        return TestedEngines.all()
                .flatMap(engine -> HIGH_RANGE.keySet().stream().map(kind -> Arguments.of(engine.name(), engine, kind)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("highRange")
    void high_dynamic_range_is_rolled_off_and_not_washed_out(String name, Engine engine, String kind) {
        byte[] file = in(TaggedColourBars.ofHighRange(), kind);
        shows(engine, file, in(HIGH_RANGE, kind), ColourBars.GRAYS, 3);
        shows(engine, file, in(HIGH_RANGE, kind), ALL, 40); // browsers bend all channels by the brightest
    }

    static Stream<Arguments> avif() {
        return TestedEngines.all()
                .filter(engine -> engine.capabilities().reads().contains(ImageFormat.AVIF))
                .flatMap(engine -> AVIF.keySet().stream().map(kind -> Arguments.of(engine.name(), engine, kind)));
    }

    @ParameterizedTest(name = "{0}: {2}", allowZeroInvocations = true)
    @MethodSource("avif")
    void an_avif_looks_as_in_a_browser(String name, Engine engine, String kind) {
        String[] points = kind.split(" ", -1);
        int primaries = Integer.parseInt(points[0]);
        int curve = Integer.parseInt(points[1]);
        shows(engine, AvifFiles.of(primaries, curve), in(AVIF, kind), ALL, 3);
        shows(engine, AvifFiles.coded(primaries, curve), in(AVIF, kind), ALL, 3);
        shows(engine, AvifFiles.coded(AvifFiles.of(primaries, curve), 9, 16), in(AVIF, kind), ALL, 3);
    }

    static Stream<Arguments> readersOfAvif() {
        return TestedEngines.all()
                .filter(engine -> engine.capabilities().reads().contains(ImageFormat.AVIF))
                .map(engine -> Arguments.of(engine.name(), engine));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("readersOfAvif")
    void the_profile_of_an_avif_comes_before_its_code_points(String name, Engine engine) {
        shows(engine, AvifFiles.ofDisplayP3(9, 8), in(AVIF, "12 13"), ALL, 3);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("readersOfAvif")
    void high_dynamic_range_of_an_avif_is_rolled_off_too(String name, Engine engine) {
        shows(engine, AvifFiles.of(9, 16), in(HIGH_RANGE, "PQ"), ColourBars.GRAYS, 3);
        shows(engine, AvifFiles.of(9, 18), in(HIGH_RANGE, "HLG"), ColourBars.GRAYS, 3);
        shows(engine, AvifFiles.coded(9, 16), in(HIGH_RANGE, "PQ"), ColourBars.GRAYS, 3);
        shows(engine, AvifFiles.coded(9, 18), in(HIGH_RANGE, "HLG"), ColourBars.GRAYS, 3);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("readersOfAvif")
    void with_keep_icc_a_profile_says_what_code_points_said(String name, Engine engine) {
        byte[] png = PngChunks.codePoints(Encoded.png(ColourBars.rgb()), 12, 13);
        RenderJob job = Row.job(png, WantedRendition.box(128, 16).keepIcc().transformation(), Optional.empty());
        byte[] kept = engine.render(job);
        assertThat(EncodedParts.names(kept)).contains("iCCP").doesNotContain("cICP");
        shows(engine, kept, in(PNG, "primaries 12"), ALL, 2);
    }

    private static void shows(Engine engine, byte[] file, String wanted, List<Integer> bars, int tolerance) {
        RenderJob job = Row.job(file, WantedRendition.box(128, 16).transformation(), Optional.empty());
        List<int[]> seen = ColourBars.seen(Encoded.read(engine.render(job)), 0);
        assertThat(ColourBars.difference(seen, ColourBars.parse(wanted), bars))
                .as("%s, and in a browser %s", ColourBars.text(seen), wanted)
                .isLessThanOrEqualTo(tolerance);
    }

    private static <T> T in(Map<String, T> table, String kind) {
        return Objects.requireNonNull(table.get(kind), kind);
    }

    private static Map<String, String> read(String table) {
        Map<String, String> rows = new HashMap<>();
        table.lines()
                .forEach(line -> rows.put(
                        line.substring(0, 25).strip(), line.substring(25).strip()));
        return rows;
    }
}
