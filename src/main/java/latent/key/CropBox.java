package latent.key;

/** A part of the upright original, in its own pixels, cut out before anything else; it is clipped to the picture. */
public record CropBox(int width, int height, int left, int top) implements Option {
    static final OptionKind<CropBox> KIND = OptionKind.of(
                    CropBox.class,
                    "c-SIZE-SIZE-OFFSET-OFFSET"
                            .replace("SIZE", "[1-9][0-9]{0,4}")
                            .replace("OFFSET", "(0|[1-9][0-9]{0,4})"),
                    CropBox::read,
                    box -> "c-%d-%d-%d-%d".formatted(box.width, box.height, box.left, box.top),
                    new Capability("A crop box"))
            .documented(
                    "c-W-H-X-Y",
                    "First of all this part is cut out of the upright original; it is clipped to the picture, and one that lies outside"
                            + " it is answered with 404.",
                    "W and H, 1 to 99999, and X from the left and Y from the top, 0 to 99999, in pixels of the original",
                    "c-800-600-10-20",
                    "c-0-600-10-20",
                    "c-800-600");

    private static CropBox read(String argument) {
        String[] part = argument.split("-", -1);
        return new CropBox(
                Integer.parseInt(part[0]),
                Integer.parseInt(part[1]),
                Integer.parseInt(part[2]),
                Integer.parseInt(part[3]));
    }
}
