package latent.render.imgscalr;

/** Colour times alpha, and back: only what is multiplied can be mixed with its neighbours. */
final class Premultiplication {
    private Premultiplication() {}

    static void premultiply(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            argb[i] = pack(
                    alpha,
                    ((argb[i] >> 16 & 0xff) * alpha + 127) / 255,
                    ((argb[i] >> 8 & 0xff) * alpha + 127) / 255,
                    ((argb[i] & 0xff) * alpha + 127) / 255);
        }
    }

    static void unpremultiply(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            int half = alpha / 2;
            argb[i] = alpha == 0
                    ? 0
                    : pack(
                            alpha,
                            Math.min(255, ((argb[i] >> 16 & 0xff) * 255 + half) / alpha),
                            Math.min(255, ((argb[i] >> 8 & 0xff) * 255 + half) / alpha),
                            Math.min(255, ((argb[i] & 0xff) * 255 + half) / alpha));
        }
    }

    private static int pack(int alpha, int red, int green, int blue) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
