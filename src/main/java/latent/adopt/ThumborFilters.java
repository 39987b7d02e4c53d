package latent.adopt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.key.Blur;
import latent.key.Grayscale;
import latent.key.MaxBytes;

/** The filters of a URL of thumbor's: {@code quality(80):format(webp)}. */
final class ThumborFilters {
    private static final Pattern FILTER = Pattern.compile("([a-z_]+)\\(([^()]*)\\)(?::|$)");

    private final OldTransformation read;
    private boolean enlarges;
    private boolean pads;
    private boolean stretches;

    ThumborFilters(OldTransformation read, boolean enlarges) {
        this.read = read;
        this.enlarges = enlarges;
    }

    void read(String filters) {
        Matcher filter = FILTER.matcher(filters);
        int end = 0;
        while (filter.find() && filter.start() == end) {
            read(filter.group(1), filter.group(2));
            end = filter.end();
        }
        if (end != filters.length()) {
            throw OldTransformation.unknown("thumbor", "filters " + filters.substring(end));
        }
    }

    private void read(String name, String value) {
        switch (name) {
            case "quality" -> read.quality(value);
            case "format" -> read.format(value);
            case "grayscale" -> read.add(new Grayscale());
            case "blur" -> blur(value);
            case "max_bytes" -> read.add(new MaxBytes(OldTransformation.number("A size", value, 100, 99_999_999)));
            case "background_color" -> read.background(value);
            case "fill" -> fill(value);
            case "upscale" -> enlarges = true;
            case "no_upscale" -> enlarges = false;
            case "stretch" -> stretches = true;
            case "strip_exif", "strip_icc" -> {}
            default -> throw OldTransformation.unknown("thumbor", "filter " + name + "()");
        }
    }

    /** Where only a radius is given, sigma is the same. */
    private void blur(String value) {
        String[] numbers = value.split(",", -1);
        read.add(new Blur(10 * OldTransformation.number("A blur", numbers[numbers.length - 1].strip(), 1, 50)));
    }

    private void fill(String colour) {
        pads = true;
        read.background(
                switch (colour) {
                    case "white" -> "ffffff";
                    case "black" -> "000000";
                    default -> colour;
                });
    }

    boolean enlarges() {
        return enlarges;
    }

    boolean pads() {
        return pads;
    }

    boolean stretches() {
        return stretches;
    }
}
