package latent.render.header;

import latent.image.ImageFormat;

/**
 * The root element of an SVG file (SVG 2, 8.2), of which only the sizes are read, without an XML parser. UTF-8 only. A side that is missing follows
 * the view box, and without one is 300 or 150 pixels, as that of any picture without a size (CSS 2.2, 10.3.2 and 10.6.2).
 */
final class Svg {
    private static final int SNIFFED_CHARS = 4_096;

    private Svg() {}

    static boolean is(Cursor file) {
        String text = text(file).stripLeading();
        return text.startsWith("<") && text.contains("<svg");
    }

    static Claim read(Cursor file) {
        String text = text(file);
        String root = text.substring(text.indexOf("<svg"));
        int end = root.indexOf('>');
        if (end < 0) {
            throw Broken.header("its root element does not end");
        }
        root = root.substring(0, end);
        double[] box = viewBox(attribute(root, "viewBox"));
        boolean boxed = box[0] > 0 && box[1] > 0;
        double width = pixels(attribute(root, "width"));
        double height = pixels(attribute(root, "height"));
        if (Double.isNaN(width)) {
            width = !boxed ? 300 : Double.isNaN(height) ? box[0] : height * box[0] / box[1];
        }
        if (Double.isNaN(height)) {
            height = !boxed ? 150 : width * box[1] / box[0];
        }
        return Claim.still(ImageFormat.SVG, (long) Math.ceil(width), (long) Math.ceil(height));
    }

    /** Its width and height, which stand behind its place; not above zero where there are none. */
    private static double[] viewBox(String text) {
        String[] box = text.strip().split("[\\s,]+", 5);
        return box.length == 4 ? new double[] {pixels(box[2]), pixels(box[3])} : new double[2];
    }

    private static String text(Cursor file) {
        return file.peek(SNIFFED_CHARS).replace("\u00ef\u00bb\u00bf", "");
    }

    private static String attribute(String element, String name) {
        for (int at = element.indexOf(name); at >= 0; at = element.indexOf(name, at + 1)) {
            String rest = element.substring(at + name.length()).stripLeading();
            if (Character.isWhitespace(element.charAt(at - 1)) && rest.startsWith("=")) {
                rest = rest.substring(1).stripLeading();
                int end = rest.isEmpty() ? -1 : rest.indexOf(rest.charAt(0), 1);
                return end < 0 ? "" : rest.substring(1, end);
            }
        }
        return "";
    }

    /** A length in CSS pixels; no number where it is missing or relative, as {@code 100%} is. */
    private static double pixels(String length) {
        String number = length.strip();
        double unit = 1;
        for (Unit known : Unit.values()) {
            if (number.endsWith(known.name())) {
                number = number.substring(0, number.length() - 2);
                unit = known.pixels;
            }
        }
        try {
            return Double.parseDouble(number) * unit;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private enum Unit {
        px(1),
        pt(4.0 / 3),
        pc(16),
        mm(96 / 25.4),
        cm(96 / 2.54),
        in(96);

        private final double pixels;

        Unit(double pixels) {
            this.pixels = pixels;
        }
    }
}
