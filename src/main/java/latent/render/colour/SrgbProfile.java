package latent.render.colour;

/**
 * Whether a colour profile is plain sRGB, whatever its maker called it: then a conversion to sRGB would cost a fifth of the render and change nothing.
 * Judged by its three primaries and by the middle of its tone curve, which tells it from Display P3 (other primaries) and from a pure gamma of 2.2
 * (other curve).
 */
public final class SrgbProfile {
    /** X and Y of the primaries, adapted to D50 (IEC 61966-2-1 by way of Bradford). */
    private static final double[][] PRIMARIES = {{0.4361, 0.2225}, {0.3851, 0.7169}, {0.1431, 0.0606}};

    private static final String[] NAMES = {"rXYZ", "gXYZ", "bXYZ"};
    private static final double NEAR = 0.002;

    /** The sRGB curve at one half, and how near is near: a gamma of 2.2 gives 0.2176. */
    private static final double MIDDLE = 0.2140;

    private static final double NEAR_MIDDLE = 0.0015;

    private final ProfileReader profile;

    private SrgbProfile(byte[] bytes) {
        profile = new ProfileReader(bytes);
    }

    /** True for sRGB; false for all else, also for what cannot be read. */
    public static boolean is(byte[] bytes) {
        try {
            SrgbProfile profile = new SrgbProfile(bytes);
            return profile.isRgbMatrix() && profile.hasPrimaries() && profile.hasCurve();
        } catch (IndexOutOfBoundsException broken) {
            return false;
        }
    }

    private boolean isRgbMatrix() {
        return profile.is(16, "RGB ") && profile.tag("A2B0") < 0;
    }

    private boolean hasPrimaries() {
        for (int i = 0; i < NAMES.length; i++) {
            int at = profile.tag(NAMES[i]);
            if (at < 0
                    || !profile.isNear(at + 8, PRIMARIES[i][0], NEAR)
                    || !profile.isNear(at + 12, PRIMARIES[i][1], NEAR)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasCurve() {
        int at = profile.tag("gTRC");
        return at >= 0 && Math.abs(curveAtOneHalf(at) - MIDDLE) <= NEAR_MIDDLE;
    }

    private double curveAtOneHalf(int at) {
        if (profile.is(at, "curv")) {
            int entries = profile.number(at + 8);
            return entries < 2 ? Double.NaN : between(at + 12, entries);
        }
        boolean srgbLike = profile.is(at, "para") && profile.twoOctets(at + 8) == 3;
        return srgbLike
                ? Math.pow(
                        profile.fixed(at + 16) * 0.5 + profile.fixed(at + 20),
                        profile.fixed(at + 12)) // (aX + b) to the power g
                : Double.NaN;
    }

    private double between(int table, int entries) {
        double middle = (entries - 1) / 2.0;
        int below = (int) Math.floor(middle);
        int above = (int) Math.ceil(middle);
        return (profile.twoOctets(table + 2 * below) + profile.twoOctets(table + 2 * above)) / 2.0 / 65535;
    }
}
