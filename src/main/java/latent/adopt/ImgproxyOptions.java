package latent.adopt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import latent.key.Blur;
import latent.key.CropBox;
import latent.key.Fit;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.Gravity.Compass;
import latent.key.MaxBytes;

/**
 * The options of imgproxy, {@code rs:fill:600:400/g:sm/}. A smaller original is not enlarged unless they say so.
 *
 * @see <a href="https://docs.imgproxy.net/usage/processing">imgproxy: processing an image</a>
 */
final class ImgproxyOptions {
    private final OldTransformation read = new OldTransformation();
    private String type = "fit";
    private List<String> gravity = List.of("ce");
    private boolean enlarges;
    private boolean extended;

    private ImgproxyOptions() {}

    static OldTransformation read(String options) {
        ImgproxyOptions all = new ImgproxyOptions();
        int at = options.lastIndexOf('@');
        String segments = at < 0 ? options : options.substring(0, at);
        for (String segment : segments.replaceFirst("/$", "").split("/", -1)) {
            List<String> words = Arrays.asList(segment.split(":", -1));
            all.option(segment, words.getFirst(), words.subList(1, words.size()));
        }
        if (at >= 0) {
            all.read.format(options.substring(at + 1));
        }
        return all.whole();
    }

    private void option(String segment, String name, List<String> values) {
        String first = values.getFirst();
        switch (name) {
            case "resize", "rs" -> {
                type = first.isEmpty() ? type : first;
                size(values.subList(1, values.size()));
            }
            case "size", "s" -> size(values);
            case "resizing_type", "rt" -> type = first;
            case "width", "w" -> read.width(first);
            case "height", "h" -> read.height(first);
            case "enlarge", "el" -> enlarges = isTrue(first);
            case "extend", "ex" -> extended = isTrue(first);
            case "gravity", "g" -> gravity = values;
            case "quality", "q" -> quality(first);
            case "dpr" -> read.dpr(first);
            case "format", "f", "ext" -> read.format(first);
            case "rotate", "rot" -> read.rotation(first);
            case "flip", "fl" -> flip(segment, values);
            case "background", "bg" -> background(values);
            case "blur", "bl" -> blur(first);
            case "crop", "c" -> crop(segment, values);
            case "max_bytes", "mb" ->
                read.add(new MaxBytes(OldTransformation.number("A size", first, 100, 99_999_999)));
            // as keys have it anyway, or nothing about the picture
            case "strip_metadata", "sm", "strip_color_profile", "scp", "auto_rotate", "ar" ->
                mustBeTrue(segment, first);
            case "cachebuster", "cb", "expires", "exp", "filename", "fn" -> {}
            default -> throw OldTransformation.unknown("imgproxy", segment);
        }
    }

    private void size(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!value.isEmpty()) {
                switch (i) {
                    case 0 -> read.width(value);
                    case 1 -> read.height(value);
                    case 2 -> enlarges = isTrue(value);
                    case 3 -> extended = isTrue(value);
                    default -> throw OldTransformation.unknown("imgproxy", "gravity of an extended picture");
                }
            }
        }
    }

    private void quality(String value) {
        if (!"0".equals(value)) {
            read.quality(value);
        }
    }

    private void flip(String segment, List<String> values) {
        boolean across = isTrue(values.getFirst());
        boolean down = values.size() > 1 && isTrue(values.get(1));
        if (across && down) {
            throw OldTransformation.unknown("imgproxy", segment);
        }
        if (across || down) {
            read.add(across ? Flip.HORIZONTAL : Flip.VERTICAL);
        }
    }

    private void background(List<String> values) {
        if (values.size() == 3) {
            StringBuilder six = new StringBuilder();
            values.forEach(value -> six.append(
                    String.format(Locale.ROOT, "%02x", OldTransformation.number("A colour", value, 0, 255))));
            read.background(six.toString());
        } else {
            read.background(values.getFirst());
        }
    }

    private void blur(String sigma) {
        if (!sigma.matches("[0-9]+(\\.[0-9])?")) {
            throw OldTransformation.unknown("imgproxy", "blur:" + sigma);
        }
        read.add(new Blur(OldTransformation.number(
                "A blur in tenths", Long.toString(Math.round(Double.parseDouble(sigma) * 10)), 1, 500)));
    }

    /** One of whole pixels from the upper left corner. */
    private void crop(String segment, List<String> values) {
        if (values.size() != 5 || !"nowe".equals(values.get(2))) {
            throw OldTransformation.unknown("imgproxy", segment);
        }
        read.add(new CropBox(
                OldTransformation.number("A crop", values.get(0), 1, 99_999),
                OldTransformation.number("A crop", values.get(1), 1, 99_999),
                OldTransformation.number("A crop", values.get(3), 0, 99_999),
                OldTransformation.number("A crop", values.get(4), 0, 99_999)));
    }

    private OldTransformation whole() {
        switch (type) {
            case "fit" -> read.fit(extended ? Fit.PAD : Fit.FIT, enlarges);
            case "fill", "fill-down" -> read.fit(Fit.FILL, enlarges && "fill".equals(type));
            case "force" -> read.fit(Fit.FORCE, enlarges);
            default -> throw OldTransformation.unknown("imgproxy", "resizing type " + type);
        }
        return read.gravity(gravity());
    }

    private Gravity gravity() {
        String words = String.join(":", gravity);
        if ("fp".equals(gravity.getFirst()) && gravity.size() == 3) {
            return new Gravity.FocalPoint(
                    OldTransformation.percent(gravity.get(1)), OldTransformation.percent(gravity.get(2)));
        }
        return switch (words.replaceFirst(":0:0$", "")) {
            case "ce" -> Compass.CENTRE;
            case "no" -> Compass.NORTH;
            case "so" -> Compass.SOUTH;
            case "ea" -> Compass.EAST;
            case "we" -> Compass.WEST;
            case "noea" -> Compass.NORTH_EAST;
            case "nowe" -> Compass.NORTH_WEST;
            case "soea" -> Compass.SOUTH_EAST;
            case "sowe" -> Compass.SOUTH_WEST;
            case "sm" -> new Gravity.Smart();
            default -> throw OldTransformation.unknown("imgproxy", "gravity:" + words);
        };
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "t".equals(value) || "true".equals(value);
    }

    private static void mustBeTrue(String segment, String value) {
        if (!isTrue(value)) {
            throw OldTransformation.unknown("imgproxy", segment);
        }
    }
}
