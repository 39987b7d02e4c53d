package latent.render.header;

import latent.image.ImageFormat;

/** The root element of an SVG file (SVG 2, 8.2): a sniff for sizes, not an XML parser. UTF-8 only. */
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
        String[] viewBox = attribute(root, "viewBox").strip().split("[\\s,]+", 5);
        double width = pixels(attribute(root, "width"), viewBox.length == 4 ? viewBox[2] : "");
        double height = pixels(attribute(root, "height"), viewBox.length == 4 ? viewBox[3] : "");
        return Claim.still(ImageFormat.SVG, (long) Math.ceil(width), (long) Math.ceil(height));
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

    /** A length in CSS pixels; what is relative or missing is taken from the view box. */
    private static double pixels(String length, String otherwise) {
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
            return otherwise.isEmpty() ? 100 : pixels(otherwise, "");
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
