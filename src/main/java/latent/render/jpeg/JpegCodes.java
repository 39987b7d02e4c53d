package latent.render.jpeg;

/** The codes behind 0xff that matter here (ITU-T T.81, table B.1). */
final class JpegCodes {
    static final int TEM = 0x01;
    static final int SOF0 = 0xc0;
    static final int SOF1 = 0xc1;
    static final int SOF2 = 0xc2;
    static final int DHT = 0xc4;
    static final int JPG = 0xc8;
    static final int DAC = 0xcc;
    static final int RST0 = 0xd0;
    static final int SOI = 0xd8;
    static final int EOI = 0xd9;
    static final int SOS = 0xda;
    static final int DNL = 0xdc;
    static final int DRI = 0xdd;
    static final int APP0 = 0xe0;
    static final int APP2 = 0xe2;
    static final int APP14 = 0xee;
    static final int APP15 = 0xef;
    static final int COM = 0xfe;

    private JpegCodes() {}

    static boolean restarts(int code) {
        return code >= RST0 && code < SOI;
    }

    /** SOF0 to SOF15, without the three codes among them that mean something else. */
    static boolean startsFrame(int code) {
        return code >= SOF0 && code <= 0xcf && code != DHT && code != JPG && code != DAC;
    }

    /** A marker without a length behind it, other than the end of the image. */
    static boolean standsAlone(int code) {
        return code == TEM || restarts(code) || code == SOI;
    }

    /** APP0 to APP15, and comments. */
    static boolean isMetadata(int code) {
        return (code >= APP0 && code <= APP15) || code == COM;
    }

    /** What may stand between two scans. */
    static boolean mayFollowScan(int code) {
        return code == DHT || code == DAC || (code >= SOS && code <= DRI) || isMetadata(code);
    }
}
