package latent.key;

/** A colour in sRGB, each channel 0 to 255. */
public record Rgb(int red, int green, int blue) {
    public static final Rgb WHITE = new Rgb(255, 255, 255);

    /** Six lower-case hexadecimal digits. */
    public String hex() {
        return "%02x%02x%02x".formatted(red, green, blue);
    }

    /** The colour of six hexadecimal digits. */
    public static Rgb ofHex(String hex) {
        int value = Integer.parseInt(hex, 16);
        return new Rgb(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
    }
}
