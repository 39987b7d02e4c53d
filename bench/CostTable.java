import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Transformation;
import latent.key.Capability;
import latent.key.Quality;
import latent.render.EngineCapabilities;

/** Measured renders, one a line: all that an estimate sees of them, and what they took. */
final class CostTable {
    static final String TITLES =
            "engine\tformat\twidth\theight\torientation\tframes\tinterlaced\tfile_bytes\tkey\tcpu_seconds\tpeak_mebibytes";

    /** One line. */
    record Line(String engine, ImageHeader header, long fileBytes, String key, double cpuSeconds, long peakMebibytes) {
        Transformation transformation() {
            return CostSamples.GRAMMAR.parse(key).transformation();
        }

        String print() {
            return String.format(
                    Locale.ROOT,
                    "%s\t%s\t%d\t%d\t%s\t%d\t%s\t%d\t%s\t%.4f\t%d",
                    engine,
                    header.format(),
                    header.stored().width(),
                    header.stored().height(),
                    header.orientation(),
                    header.frames(),
                    header.interlaced(),
                    fileBytes,
                    key,
                    cpuSeconds,
                    peakMebibytes);
        }
    }

    private CostTable() {}

    /** What of the engines' abilities makes work. */
    static Set<Capability> abilities(String engine) {
        return engine.equals("vips") ? Set.of(EngineCapabilities.ANIMATION, Quality.PALETTE) : Set.of();
    }

    static List<Line> read(Path table) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(table)) {
            String[] cell = text.split("\t", -1);
            if (cell.length == 11 && !cell[0].equals("engine")) {
                ImageHeader header = new ImageHeader(
                        ImageFormat.valueOf(cell[1]),
                        new PixelSize(Integer.parseInt(cell[2]), Integer.parseInt(cell[3])),
                        Orientation.valueOf(cell[4]),
                        Integer.parseInt(cell[5]),
                        Boolean.parseBoolean(cell[6]));
                lines.add(new Line(
                        cell[0],
                        header,
                        Long.parseLong(cell[7]),
                        cell[8],
                        Double.parseDouble(cell[9]),
                        Long.parseLong(cell[10])));
            }
        }
        return lines;
    }
}
