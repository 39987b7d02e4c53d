package latent.render;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import latent.pictures.BmpFile;
import latent.pictures.Encoded;
import latent.pictures.IconFile;
import latent.pictures.Pictures;
import latent.pictures.WebPFile;

/** Files that begin like pictures. */
final class DamagedFiles {
    private DamagedFiles() {}

    static Map<String, byte[]> all() {
        BufferedImage clouds = Pictures.clouds(200, 150);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a JPEG cut in the middle", Encoded.cut(Encoded.jpeg(clouds), 0.6));
        files.put("a JPEG cut near its end", Encoded.cut(Encoded.jpeg(clouds), 0.97));
        files.put("a progressive JPEG cut in the middle", Encoded.cut(Encoded.progressiveJpeg(clouds), 0.6));
        files.put("a PNG cut in the middle", Encoded.cut(Encoded.png(clouds), 0.6));
        files.put("an interlaced PNG cut in the middle", Encoded.cut(Encoded.interlacedPng(clouds), 0.6));
        files.put("a GIF cut in the middle", Encoded.cut(Encoded.gif(clouds), 0.6));
        files.put("a WebP cut in the middle", Encoded.cut(WebPFile.of(Pictures.quarters(200, 150)), 0.5));
        files.put("a BMP cut near its end", Encoded.cut(new BmpFile(BmpFile.WINDOWS, 24).bytes(), 0.97));
        files.put("a BMP of runs without an end", new BmpFile(BmpFile.WINDOWS, 8).runs(1, 42, 1, 0, 0, 42));
        files.put("an icon cut in the middle", Encoded.cut(icon(), 0.5));
        files.put(
                "an icon with a PNG cut in the middle",
                new IconFile()
                        .withPng(200, Encoded.cut(Encoded.png(clouds), 0.6))
                        .bytes());
        files.put("a PNG whose middle is overwritten", overwritten(Encoded.png(clouds)));
        return files;
    }

    private static byte[] icon() {
        return new IconFile().with(new BmpFile(BmpFile.WINDOWS, 32), 32).bytes();
    }

    private static byte[] overwritten(byte[] file) {
        byte[] damaged = file.clone();
        for (int i = file.length / 2; i < file.length / 2 + 200; i++) {
            damaged[i] = (byte) (i * 31);
        }
        return damaged;
    }
}
