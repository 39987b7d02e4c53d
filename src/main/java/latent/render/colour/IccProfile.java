package latent.render.colour;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an engine must know of an ICC profile before it converts by it (ICC.1:2022, 7.2 and 8). */
public final class IccProfile {
    /** Larger than the profiles of printers, which have 3 MB. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int NEWEST_MAJOR_VERSION = 4;
    private static final int INTENT = 64;
    private static final int ILLUMINANT = 68;
    private static final double[] D50 = {0.9642, 1, 0.8249};
    private static final double NEAR_D50 = 0.01;

    /** Of displays, scanners, printers and colour spaces; the others are no picture's. */
    private static final List<String> CLASSES = List.of("mntr", "scnr", "prtr", "spac");

    private static final Map<Integer, List<String>> SPACES =
            Map.of(1, List.of("GRAY", "RGB "), 3, List.of("RGB "), 4, List.of("CMYK"));

    private final ProfileReader profile;

    private IccProfile(byte[] bytes) {
        profile = new ProfileReader(bytes);
    }

    /**
     * Whether a picture can be converted by it. These are the questions that Chromium asks, so that what it shows without a conversion is rendered
     * without one: lengths, signature, version, white, the colour space of the samples, and that the tags for the conversion are there.
     *
     * @param channels of colour in the picture: 1, 3, or 4 for ink. A picture of one may have a profile for three
     */
    public static boolean isUsable(byte[] bytes, int channels) {
        try {
            IccProfile profile = new IccProfile(bytes);
            return bytes.length <= MAX_BYTES
                    && profile.profile.isWhole()
                    && profile.isOfPictures()
                    && SPACES.getOrDefault(channels, List.of()).stream().anyMatch(profile::hasSpace)
                    && profile.converts();
        } catch (IndexOutOfBoundsException broken) {
            return false;
        }
    }

    /** Number of colour channels, 1, 3 or 4, that a profile is for which {@link #isUsable}. */
    public static int channels(byte[] usable) {
        IccProfile profile = new IccProfile(usable);
        return profile.hasSpace("GRAY") ? 1 : profile.hasSpace("CMYK") ? 4 : 3;
    }

    /** The same profile with relative colorimetry for its intent, so that an engine which goes by that converts like all others. */
    public static byte[] colorimetric(byte[] usable) {
        return ByteBuffer.wrap(usable.clone()).putInt(INTENT, 1).array();
    }

    private boolean isOfPictures() {
        return profile.is(36, "acsp")
                && profile.octet(8) <= NEWEST_MAJOR_VERSION
                && CLASSES.stream().anyMatch(name -> profile.is(12, name))
                && (profile.is(20, "XYZ ") || profile.is(20, "Lab "))
                && IntStream.range(0, 3).allMatch(i -> profile.isNear(ILLUMINANT + 4 * i, D50[i], NEAR_D50));
    }

    private boolean converts() {
        boolean byTable = profile.tag("A2B0") >= 0 || profile.tag("A2B1") >= 0;
        boolean byCurve = hasSpace("GRAY") && hasCurve("kTRC");
        boolean byMatrix = hasSpace("RGB ")
                && profile.is(20, "XYZ ")
                && Stream.of("rXYZ", "gXYZ", "bXYZ").allMatch(name -> has(name, "XYZ "))
                && Stream.of("rTRC", "gTRC", "bTRC").allMatch(this::hasCurve);
        return byTable || byCurve || byMatrix;
    }

    private boolean hasCurve(String tag) {
        return has(tag, "curv") || has(tag, "para");
    }

    private boolean has(String tag, String type) {
        int at = profile.tag(tag);
        return at >= 0 && profile.is(at, type);
    }

    private boolean hasSpace(String name) {
        return profile.is(16, name);
    }
}
