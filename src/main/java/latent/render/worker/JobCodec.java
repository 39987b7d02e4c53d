package latent.render.worker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Adjustments;
import latent.key.Box;
import latent.key.CropBox;
import latent.key.Encoding;
import latent.key.Fit;
import latent.key.Framing;
import latent.key.Gravity;
import latent.key.Quality;
import latent.key.Rgb;
import latent.key.Transformation;

/**
 * What a worker is told besides the bytes, field by field in the order of the records. Both ends are the same build, so there is no version
 * in it; and no Java serialization, because a reader of it makes whatever object the sender names.
 */
final class JobCodec {
    private static final int ABSENT = -1;

    private JobCodec() {}

    static void write(DataOutput out, ImageHeader header, Transformation transformation) throws IOException {
        writeName(out, header.format());
        out.writeInt(header.stored().width());
        out.writeInt(header.stored().height());
        writeName(out, header.orientation());
        out.writeInt(header.frames());
        out.writeBoolean(header.interlaced());
        out.writeInt(transformation.box().width());
        out.writeInt(transformation.box().height());
        writeFraming(out, transformation.framing());
        writeAdjustments(out, transformation.adjustments());
        writeEncoding(out, transformation.encoding());
    }

    static ImageHeader readHeader(DataInput in) throws IOException {
        return new ImageHeader(
                readName(in, ImageFormat.class),
                new PixelSize(in.readInt(), in.readInt()),
                readName(in, Orientation.class),
                in.readInt(),
                in.readBoolean());
    }

    static Transformation readTransformation(DataInput in) throws IOException {
        return new Transformation(
                new Box(in.readInt(), in.readInt()), readFraming(in), readAdjustments(in), readEncoding(in));
    }

    private static void writeFraming(DataOutput out, Framing framing) throws IOException {
        writeName(out, framing.fit());
        out.writeBoolean(framing.enlarge());
        switch (framing.gravity()) {
            case Gravity.Compass compass -> {
                out.writeByte(0);
                writeName(out, compass);
            }
            case Gravity.FocalPoint point -> {
                out.writeByte(1);
                out.writeInt(point.xPercent());
                out.writeInt(point.yPercent());
            }
            case Gravity.Smart smart -> out.writeByte(2);
        }
        out.writeBoolean(framing.crop().isPresent());
        if (framing.crop().isPresent()) {
            CropBox crop = framing.crop().get();
            out.writeInt(crop.width());
            out.writeInt(crop.height());
            out.writeInt(crop.left());
            out.writeInt(crop.top());
        }
        out.writeInt(framing.dpr());
    }

    private static Framing readFraming(DataInput in) throws IOException {
        return new Framing(readName(in, Fit.class), in.readBoolean(), readGravity(in), readCrop(in), in.readInt());
    }

    private static Gravity readGravity(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> readName(in, Gravity.Compass.class);
            case 1 -> new Gravity.FocalPoint(in.readInt(), in.readInt());
            case 2 -> new Gravity.Smart();
            default -> throw new IOException("no such gravity");
        };
    }

    private static Optional<CropBox> readCrop(DataInput in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new CropBox(in.readInt(), in.readInt(), in.readInt(), in.readInt()))
                : Optional.empty();
    }

    private static void writeAdjustments(DataOutput out, Adjustments adjustments) throws IOException {
        writeName(out, adjustments.rotation());
        writeName(out, adjustments.flip());
        out.writeInt(adjustments.trim().orElse(ABSENT));
        out.writeInt(adjustments.blur().orElse(ABSENT));
        out.writeInt(adjustments.sharpen().orElse(ABSENT));
        out.writeBoolean(adjustments.grayscale());
        out.writeUTF(adjustments.background().map(Rgb::hex).orElse(""));
        out.writeUTF(adjustments.watermark().orElse(""));
    }

    private static Adjustments readAdjustments(DataInput in) throws IOException {
        return new Adjustments(
                readName(in, Adjustments.Rotation.class),
                readName(in, Adjustments.Flip.class),
                readOptionalInt(in),
                readOptionalInt(in),
                readOptionalInt(in),
                in.readBoolean(),
                Optional.of(in.readUTF()).filter(hex -> !hex.isEmpty()).map(Rgb::ofHex),
                Optional.of(in.readUTF()).filter(name -> !name.isEmpty()));
    }

    private static void writeEncoding(DataOutput out, Encoding encoding) throws IOException {
        writeName(out, encoding.format());
        out.writeInt(
                switch (encoding.quality()) {
                    case Quality.Default any -> 0;
                    case Quality.Auto auto -> ABSENT;
                    case Quality.Fixed fixed -> fixed.value();
                });
        out.writeInt(encoding.maxBytes().orElse(ABSENT));
        out.writeBoolean(encoding.keepIcc());
        out.writeBoolean(encoding.keepCopyright());
    }

    private static Encoding readEncoding(DataInput in) throws IOException {
        return new Encoding(
                readName(in, ImageFormat.class),
                readQuality(in),
                readOptionalInt(in),
                in.readBoolean(),
                in.readBoolean());
    }

    private static Quality readQuality(DataInput in) throws IOException {
        int value = in.readInt();
        return switch (value) {
            case 0 -> new Quality.Default();
            case ABSENT -> new Quality.Auto();
            default -> new Quality.Fixed(value);
        };
    }

    private static OptionalInt readOptionalInt(DataInput in) throws IOException {
        int value = in.readInt();
        return value == ABSENT ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static void writeName(DataOutput out, Enum<?> value) throws IOException {
        out.writeUTF(value.name());
    }

    private static <E extends Enum<E>> E readName(DataInput in, Class<E> type) throws IOException {
        return Enum.valueOf(type, in.readUTF());
    }
}
