package latent.render.vips;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Whether an ICC profile is plain sRGB, whatever its maker called it: then a conversion to sRGB would cost a fifth of the render and change
 * nothing. Judged by its three primaries and by the middle of its tone curve, which tells it from Display P3 (other primaries) and from a
 * pure gamma of 2.2 (other curve). Layout and number formats: ICC.1:2022, 7.2, 7.3, 10.6, 10.18, 10.31.
 */
final class IccProfile {
    private static final int TAG_TABLE = 128;
    private static final int TAG_BYTES = 12;

    /** X and Y of the primaries, adapted to D50 (IEC 61966-2-1 by way of Bradford). */
    private static final double[][] PRIMARIES = {{0.4361, 0.2225}, {0.3851, 0.7169}, {0.1431, 0.0606}};

    private static final double NEAR = 0.002;
    /** The sRGB curve at one half, and how near is near: a gamma of 2.2 gives 0.2176. */
    private static final double MIDDLE = 0.2140;

    private static final double NEAR_MIDDLE = 0.0015;

    private final ByteBuffer profile;

    private IccProfile(byte[] bytes) {
        profile = ByteBuffer.wrap(bytes);
    }

    /** True for sRGB; false for all else, also for what cannot be read. */
    static boolean isSrgb(byte[] bytes) {
        try {
            IccProfile profile = new IccProfile(bytes);
            return profile.isRgbMatrix() && profile.hasPrimaries() && profile.hasCurve();
        } catch (IndexOutOfBoundsException broken) {
            return false;
        }
    }

    private boolean isRgbMatrix() {
        return profile.getInt(16) == signature("RGB ") && tag("A2B0") < 0;
    }

    private boolean hasPrimaries() {
        String[] names = {"rXYZ", "gXYZ", "bXYZ"};
        for (int i = 0; i < names.length; i++) {
            int at = tag(names[i]);
            if (at < 0 || !near(fixed(at + 8), PRIMARIES[i][0], NEAR) || !near(fixed(at + 12), PRIMARIES[i][1], NEAR)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasCurve() {
        int at = tag("gTRC");
        return at >= 0 && near(curveAtOneHalf(at), MIDDLE, NEAR_MIDDLE);
    }

    private double curveAtOneHalf(int at) {
        if (profile.getInt(at) == signature("curv")) {
            int entries = profile.getInt(at + 8);
            return entries < 2 ? Double.NaN : between(at + 12, entries);
        }
        boolean srgbLike = profile.getInt(at) == signature("para") && profile.getShort(at + 8) == 3;
        return srgbLike
                ? Math.pow(fixed(at + 16) * 0.5 + fixed(at + 20), fixed(at + 12)) // (aX + b) to the power g
                : Double.NaN;
    }

    private double between(int table, int entries) {
        double middle = (entries - 1) / 2.0;
        int below = (int) Math.floor(middle);
        int above = (int) Math.ceil(middle);
        return ((profile.getShort(table + 2 * below) & 0xffff) + (profile.getShort(table + 2 * above) & 0xffff))
                / 2.0
                / 65535;
    }

    /** Where a tag's data begin; -1 when there is none. */
    private int tag(String name) {
        int tags = Math.min(profile.getInt(TAG_TABLE), 100);
        for (int i = 0; i < tags; i++) {
            int entry = TAG_TABLE + 4 + i * TAG_BYTES;
            if (profile.getInt(entry) == signature(name)) {
                return profile.getInt(entry + 4);
            }
        }
        return -1;
    }

    private double fixed(int at) {
        return profile.getInt(at) / 65536.0;
    }

    private static int signature(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    private static boolean near(double value, double wanted, double tolerance) {
        return Math.abs(value - wanted) <= tolerance;
    }
}
