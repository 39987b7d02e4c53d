package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.pictures.AvifFiles;
import latent.pictures.ColourBars;
import latent.pictures.Encoded;
import latent.pictures.MatrixProfile;
import latent.pictures.ProfileFile;
import latent.pictures.TiffFile;
import latent.pictures.WebPBars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A colour profile that cannot be used counts as none, and one that can is used once, in every format that has them and by every engine. */
class UnusableProfilesTest {
    private static final List<Integer> ALL =
            IntStream.range(0, ColourBars.BARS).boxed().toList();

    private static final byte[] P3 = MatrixProfile.DISPLAY_P3.bytes();

    private static Map<String, byte[]> unusable() {
        Map<String, byte[]> profiles = new LinkedHashMap<>();
        profiles.put("empty", new byte[0]);
        byte[] garbage = new byte[400];
        Arrays.fill(garbage, (byte) 'Z');
        profiles.put("garbage", garbage);
        for (int length : new int[] {1, 100, 131, 200, P3.length - 60}) {
            profiles.put("cut after " + length, Arrays.copyOf(P3, length));
        }
        profiles.put("another white", changed(68, "\0\1\0\0\0\1\0\0\0\1\0\0"));
        profiles.put("no white", changed(68, "\0".repeat(12)));
        profiles.put("no signature", changed(36, "    "));
        profiles.put("a version to come", changed(8, "\7"));
        profiles.put("a device link", changed(12, "link"));
        profiles.put("no number of tags", changed(128, "\u007f\u007f\u007f\u007f"));
        profiles.put("a tag beyond its end", changed(132 + 4, "\0\1\0\0"));
        profiles.put("curves that are none", changed(P3.length - 16, "    "));
        profiles.put("no tags", new ProfileFile("mntr", "RGB ", "XYZ ").bytes());
        profiles.put("of gray", ProfileFile.gray(1));
        profiles.put("of ink", Arrays.copyOf(ProfileFile.ink(), 540));
        return profiles;
    }

    private static byte[] changed(int at, String bytes) {
        byte[] profile = P3.clone();
        for (int i = 0; i < bytes.length(); i++) {
            profile[at + i] = (byte) bytes.charAt(i);
        }
        return profile;
    }

    /** By name, how a profile gets into a file of the format. */
    private static Map<String, Function<byte[], byte[]>> formats() {
        return Map.of(
                "JPEG", profile -> Encoded.withProfile(Encoded.jpeg(ColourBars.rgb()), profile),
                "PNG", profile -> Encoded.pngWithProfile(Encoded.png(ColourBars.rgb()), profile),
                "lossless WebP", profile -> WebPBars.withProfile(WebPBars.lossless(), profile),
                "lossy WebP", profile -> WebPBars.withProfile(WebPBars.lossy(), profile),
                "TIFF", profile -> TiffFile.withProfile(ColourBars.rgb(), profile),
                "AVIF", AvifFiles::withProfile);
    }

    static Stream<Arguments> files() {
        return TestedEngines.all()
                .flatMap(engine -> formats().entrySet().stream()
                        .filter(format -> reads(engine, format.getValue().apply(P3)))
                        .flatMap(format -> unusable().entrySet().stream()
                                .map(profile -> Arguments.of(
                                        engine.name(),
                                        engine,
                                        format.getKey(),
                                        profile.getKey(),
                                        format.getValue().apply(profile.getValue())))));
    }

    @ParameterizedTest(name = "{0}: {2}, a profile that is {3}")
    @MethodSource("files")
    void a_picture_with_an_unusable_profile_is_shown_as_one_without(
            String name, Engine engine, String format, String profile, byte[] file) {
        assertThat(difference(engine, file, ColourBars.rgb())).isLessThanOrEqualTo(4);
    }

    static Stream<Arguments> converted() {
        return TestedEngines.all()
                .flatMap(engine -> formats().entrySet().stream()
                        .filter(format -> reads(engine, format.getValue().apply(P3)))
                        .map(format -> Arguments.of(engine.name(), engine, format.getKey(), format.getValue())));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("converted")
    void a_usable_profile_is_applied_once(String name, Engine engine, String format, Function<byte[], byte[]> with) {
        BufferedImage wanted = ColourBars.rgb();
        for (int i = 0; i < wanted.getWidth() * wanted.getHeight(); i++) {
            int x = i % wanted.getWidth();
            int y = i / wanted.getWidth();
            int rgb = wanted.getRGB(x, y);
            int[] srgb = MatrixProfile.DISPLAY_P3.inSrgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
            wanted.setRGB(x, y, (srgb[0] << 16) | (srgb[1] << 8) | srgb[2]);
        }
        assertThat(difference(engine, with.apply(P3), wanted)).isLessThanOrEqualTo(10);
    }

    private static int difference(Engine engine, byte[] file, BufferedImage wanted) {
        RenderJob job = Row.job(file, WantedRendition.box(128, 16).transformation(), Optional.empty());
        List<int[]> seen = ColourBars.seen(Encoded.read(engine.render(job)), 0);
        return ColourBars.difference(seen, ColourBars.seen(wanted, 0), ALL);
    }

    private static boolean reads(Engine engine, byte[] file) {
        RenderJob job = Row.job(file, WantedRendition.box(128, 16).transformation(), Optional.empty());
        return engine.capabilities().reads().contains(job.header().format());
    }
}
