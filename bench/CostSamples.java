import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.key.Alphabet;
import latent.key.Blur;
import latent.key.CropBox;
import latent.key.DevicePixelRatio;
import latent.key.Enlarge;
import latent.key.Fit;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.Grayscale;
import latent.key.KeepIcc;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.MaxBytes;
import latent.key.Option;
import latent.key.OriginalKey;
import latent.key.Quality;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.key.Rotation;
import latent.key.Sharpen;
import latent.key.Spelling;
import latent.key.Transformation;
import latent.key.Trim;
import latent.key.WatermarkName;
import latent.refusal.Refusal;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/** Random keys over photographs and over the valid images of a corpus: every option of the grammar comes up, sizes evenly by their logarithm. */
final class CostSamples {
    static final KeyGrammar GRAMMAR = new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of()));

    /** One original and one key of it. */
    record Sample(byte[] original, ImageHeader header, RenditionKey key) {}

    private record File(byte[] bytes, ImageHeader header) {}

    private final Random random;
    private final List<File> photographs;
    private final List<File> corpus;
    private final List<File> animations;

    CostSamples(Path photographs, Path corpora, long seed) throws IOException {
        this.random = new Random(seed);
        this.photographs = photographs(photographs);
        this.corpus = corpus(corpora);
        this.animations = corpus.stream().filter(file -> file.header.frames() > 1).toList();
    }

    /**
     * One that an engine with these formats can make.
     *
     * @param animated per cent of the originals that are picked among animations only
     */
    Sample next(Set<ImageFormat> reads, Set<ImageFormat> writes, int animated) {
        while (true) {
            File file = pick(chance(animated) ? animations : chance(40) ? photographs : corpus);
            if (!reads.contains(file.header.format()) || file.header.format().isVector()) {
                continue;
            }
            try {
                RenditionKey key = GRAMMAR.spell(
                        new OriginalKey("x." + file.header.format().extension()),
                        new Spelling.Dash(),
                        transformation(file.header, List.copyOf(writes)));
                return new Sample(file.bytes, file.header, key);
            } catch (Refusal notAKey) {
                // another try
            }
        }
    }

    private Transformation transformation(ImageHeader header, List<ImageFormat> writes) {
        int width = side();
        int height = chance(40) ? 0 : chance(50) ? side() : Math.max(1, (int) (width * (0.5 + random.nextDouble())));
        Fit fit = height == 0 || chance(50) ? Fit.FIT : pick(List.of(Fit.values()));
        Gravity gravity = fit == Fit.FILL && chance(30) ? new Gravity.Smart() : Gravity.Compass.CENTRE;
        List<Option> options = new ArrayList<>(List.of(fit, gravity));
        ImageFormat format = writes.contains(header.format()) && chance(30) ? header.format() : pick(writes);
        add(
                options,
                8,
                () -> new CropBox(
                        Math.max(1, header.upright().width() / 2), Math.max(1, header.upright().height() / 2), 0, 0));
        add(options, 8, () -> pick(List.of(Rotation.values())));
        add(options, 5, () -> pick(List.of(Flip.values())));
        add(options, 8, () -> new Trim(10));
        add(options, 12, () -> new Blur((int) logarithmic(1, 500)));
        add(options, 8, () -> new Sharpen(10));
        add(options, 8, Grayscale::new);
        add(options, 5, () -> new WatermarkName("logo"));
        add(options, 25, () -> chance(40) ? new Quality.Auto() : new Quality.Fixed(30 + random.nextInt(60)));
        add(options, 8, () -> new MaxBytes((int) logarithmic(5_000, 200_000)));
        add(options, 5, KeepIcc::new);
        add(options, 30, Enlarge::new);
        add(options, 15, () -> new DevicePixelRatio(2));
        return new Transformation(new RequestedSize(width, height), options, format);
    }

    private void add(List<Option> options, int percent, Supplier<Option> option) {
        if (chance(percent)) {
            options.add(option.get());
        }
    }

    private int side() {
        return (int) logarithmic(16, 2000);
    }

    private double logarithmic(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<File> photographs(Path folder) throws IOException {
        List<File> files = new ArrayList<>();
        try (var list = Files.list(folder)) {
            for (Path path : list.filter(p -> p.toString().endsWith(".jpg")).sorted().toList()) {
                file(Files.readAllBytes(path)).ifPresent(files::add);
            }
        }
        return files;
    }

    private static List<File> corpus(Path folder) throws IOException {
        List<File> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(folder.resolve("hostile-images.zip").toFile())) {
            for (String line : Files.readAllLines(folder.resolve("hostile-images.tsv"))) {
                String[] cell = line.split("\t", -1);
                if (cell[6].equals("valid") && cell[7].equals("yes")) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    zip.getInputStream(zip.getEntry(cell[0])).transferTo(bytes);
                    file(bytes.toByteArray()).ifPresent(files::add);
                }
            }
        }
        return files;
    }

    private static Optional<File> file(byte[] bytes) {
        try {
            return new HeaderGate(Limits.DEFAULT).admit(bytes, bytes.length).map(header -> new File(bytes, header));
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }
}
