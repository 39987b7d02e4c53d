package latent.adopt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.key.CropBox;
import latent.key.Fit;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.Gravity.Compass;
import latent.key.Trim;

/**
 * {@code /unsafe/fit-in/600x400/filters:quality(80)/dir/photo.jpg}, of thumbor and of imagor; with {@code unsafe}, a signature, or neither. It enlarges what is
 * smaller than its box, but not with {@code fit-in}.
 *
 * @see <a href="https://thumbor.readthedocs.io/en/latest/usage.html">thumbor: usage</a>
 */
final class ThumborForm implements OldUrlForm {
    private static final String SIDE = "-?[0-9]*";

    private static final String WORDS = "(?:trim(?::top-left)?(?::[0-9]+)?/)?(?:[0-9]+x[0-9]+:[0-9]+x[0-9]+/)?"
            + "(?:(?:adaptive-|full-)*fit-in/)?(?:SIDExSIDE/)?(?:(?:left|right|center)/)?(?:(?:top|bottom|middle)/)?(?:smart/)?(?:filters:[^/?]+/)?"
                    .replace("SIDE", SIDE);

    /** Without a word before the original it would be any path. */
    private static final Pattern PATTERN = Pattern.compile(
            "^/(?:unsafe/|[A-Za-z0-9_-]{27}=/)?((?=trim|[0-9-]*x[0-9-]*[/:]|(?:adaptive-|full-)*fit-in/|smart/|filters:)"
                    + WORDS + ")([^?]+)$");

    private static final Pattern PARTS = Pattern.compile(
            "(?<trim>trim(?::top-left)?(?::(?<tolerance>[0-9]+))?/)?"
                    + "(?:(?<left>[0-9]+)x(?<top>[0-9]+):(?<right>[0-9]+)x(?<bottom>[0-9]+)/)?"
                    + "(?<fit>(?:adaptive-|full-)*fit-in/)?(?:(?<width>-?[0-9]*)x(?<height>-?[0-9]*)/)?"
                    + "(?:(?<across>left|right|center)/)?(?:(?<down>top|bottom|middle)/)?(?<smart>smart/)?(?:filters:(?<filters>[^/]+)/)?");

    /** The largest distance of two colours that thumbor knows. */
    private static final double LARGEST_TOLERANCE = 442;

    @Override
    public String name() {
        return "thumbor";
    }

    @Override
    public Pattern pattern() {
        return PATTERN;
    }

    @Override
    public OldTransformation read(String options) {
        Matcher parts = PARTS.matcher(options);
        if (!parts.matches()) {
            throw new NotCovered("These are no words of thumbor's in their order.");
        }
        OldTransformation read = new OldTransformation();
        if (parts.group("trim") != null) {
            read.add(new Trim(tolerance(parts)));
        }
        if (parts.group("left") != null) {
            read.add(crop(parts));
        }
        if (parts.group("width") != null) {
            read.width(size(parts.group("width"))).height(size(parts.group("height")));
            flip(read, parts);
        }
        ThumborFilters filters = new ThumborFilters(read, parts.group("fit") == null);
        if (parts.group("filters") != null) {
            filters.read(parts.group("filters"));
        }
        return fit(read, parts, filters).gravity(gravity(parts));
    }

    private static int tolerance(Matcher parts) {
        String given = parts.group("tolerance") == null ? "0" : parts.group("tolerance");
        int tolerance = OldTransformation.number("A tolerance", given, 0, (int) LARGEST_TOLERANCE);
        return Math.clamp(Math.round(tolerance * 100 / LARGEST_TOLERANCE), 1, 99);
    }

    private static CropBox crop(Matcher parts) {
        int left = OldTransformation.number("A crop", parts.group("left"), 0, 99_999);
        int top = OldTransformation.number("A crop", parts.group("top"), 0, 99_999);
        int right = OldTransformation.number("A crop", parts.group("right"), left + 1, 99_999);
        int bottom = OldTransformation.number("A crop", parts.group("bottom"), top + 1, 99_999);
        return new CropBox(right - left, bottom - top, left, top);
    }

    private static String size(String side) {
        String digits = side.replaceFirst("^-", "");
        return digits.isEmpty() ? "0" : digits;
    }

    private static void flip(OldTransformation read, Matcher parts) {
        boolean across = parts.group("width").startsWith("-");
        boolean down = parts.group("height").startsWith("-");
        if (across && down) {
            throw OldTransformation.unknown("thumbor", "flip of both sides");
        }
        if (across || down) {
            read.add(across ? Flip.HORIZONTAL : Flip.VERTICAL);
        }
    }

    private static OldTransformation fit(OldTransformation read, Matcher parts, ThumborFilters filters) {
        if (filters.stretches()) {
            return read.fit(Fit.FORCE, true);
        }
        if (parts.group("fit") == null) {
            return read.fit(Fit.FILL, filters.enlarges());
        }
        if (!"fit-in/".equals(parts.group("fit"))) {
            throw OldTransformation.unknown("thumbor", parts.group("fit").replace("/", ""));
        }
        return read.fit(filters.pads() ? Fit.PAD : Fit.FIT, filters.enlarges());
    }

    private static Gravity gravity(Matcher parts) {
        if (parts.group("smart") != null) {
            return new Gravity.Smart();
        }
        String down = parts.group("down") == null ? "middle" : parts.group("down");
        String across = parts.group("across") == null ? "center" : parts.group("across");
        return switch (down + " " + across) {
            case "middle center" -> Compass.CENTRE;
            case "top center" -> Compass.NORTH;
            case "bottom center" -> Compass.SOUTH;
            case "middle left" -> Compass.WEST;
            case "middle right" -> Compass.EAST;
            case "top left" -> Compass.NORTH_WEST;
            case "top right" -> Compass.NORTH_EAST;
            case "bottom left" -> Compass.SOUTH_WEST;
            default -> Compass.SOUTH_EAST;
        };
    }
}
