package latent.render.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Transformation;
import latent.render.JpegCoding;
import latent.render.RenderJob;
import latent.render.ShrunkPicture;
import latent.render.SourceFile;

/**
 * A job as it is written into the pipe: three lengths, then the original's header and the transformation in the tokens of its key, the original and
 * the watermark. An original that already lies in the worker's inbox has its length negated here, and does not follow. What follows the worker reads
 * to where libvips reads it, and not by way of its heap, which is smaller than many an original.
 *
 * @param given       the original is not its file but the samples of this picture
 * @param wantsDecode whether the processor wants what is decoded
 * @param coding      of a JPEG that is made, where it is to be another than the settings say
 */
record JobFrame(
        SourceFile<MemorySegment> original,
        Transformation transformation,
        Optional<SourceFile<MemorySegment>> watermark,
        Optional<ShrunkPicture.Form> given,
        boolean wantsDecode,
        Optional<JpegCoding> coding) {
    private static final int LENGTHS = 3 * Integer.BYTES;
    private static final byte[] NOTHING = {};

    static void write(OutputStream out, SharedMemoryWriter tray, RenderJob job) throws IOException {
        ByteArrayOutputStream asked = new ByteArrayOutputStream(256);
        writeAsked(new DataOutputStream(asked), job, !tray.equals(SharedMemoryWriter.NONE));
        byte[] original = job.original().file();
        byte[] watermark = job.watermark().map(SourceFile::file).orElse(NOTHING);
        boolean laidDown = tray.put(original);
        ByteBuffer front = ByteBuffer.allocate(LENGTHS + asked.size())
                .putInt(asked.size())
                .putInt(laidDown ? -original.length : original.length)
                .putInt(watermark.length)
                .put(asked.toByteArray());
        out.write(front.array());
        out.write(laidDown ? NOTHING : original);
        out.write(watermark);
        out.flush();
    }

    /** The next job, its files in the inbox and the arena; empty when the processor has closed the pipe. */
    static Optional<JobFrame> read(ReadableByteChannel in, SharedMemory inbox, Arena arena) throws IOException {
        ByteBuffer lengths = ByteBuffer.allocate(LENGTHS);
        if (in.read(lengths) < 0) {
            return Optional.empty();
        }
        fill(in, lengths);
        ByteBuffer asked = ByteBuffer.allocate(lengths.getInt(0));
        fill(in, asked);
        DataInputStream fields = new DataInputStream(new ByteArrayInputStream(asked.array()));
        ImageHeader header = readHeader(fields);
        Transformation transformation = Transformation.parse(fields.readUTF());
        Optional<ImageHeader> watermarkHeader =
                fields.readBoolean() ? Optional.of(readHeader(fields)) : Optional.empty();
        int length = lengths.getInt(Integer.BYTES);
        MemorySegment original =
                length < 0 ? inbox.contents().orElseThrow().asSlice(0, -length) : fill(in, arena.allocate(length));
        Optional<ShrunkPicture.Form> given =
                fields.readBoolean() ? Optional.of(DecodedPictureCodec.read(fields)) : Optional.empty();
        boolean wantsDecode = fields.readBoolean();
        Optional<JpegCoding> coding =
                Optional.of(fields.readUTF()).filter(name -> !name.isEmpty()).map(JpegCoding::valueOf);
        MemorySegment watermark = fill(in, arena.allocate(lengths.getInt(2 * Integer.BYTES)));
        return Optional.of(new JobFrame(
                new SourceFile<>(original, header),
                transformation,
                watermarkHeader.map(read -> new SourceFile<>(watermark, read)),
                given,
                wantsDecode,
                coding));
    }

    private static void writeAsked(DataOutput out, RenderJob job, boolean sharesMemory) throws IOException {
        writeHeader(out, job.header());
        out.writeUTF(job.transformation().print());
        out.writeBoolean(job.watermark().isPresent());
        if (job.watermark().isPresent()) {
            writeHeader(out, job.watermark().get().header());
        }
        out.writeBoolean(job.reuse().given().isPresent());
        if (job.reuse().given().isPresent()) {
            DecodedPictureCodec.write(out, job.reuse().given().get());
        }
        out.writeBoolean(sharesMemory && job.reuse().wanted().isPresent());
        out.writeUTF(job.coding().map(JpegCoding::name).orElse(""));
    }

    private static void writeHeader(DataOutput out, ImageHeader header) throws IOException {
        out.writeUTF(header.format().name());
        out.writeInt(header.stored().width());
        out.writeInt(header.stored().height());
        out.writeLong(header.codedPixels());
        out.writeInt(header.orientation().exif());
        out.writeInt(header.frames());
        out.writeBoolean(header.interlaced());
        out.writeBoolean(header.deep());
    }

    private static ImageHeader readHeader(DataInput in) throws IOException {
        return new ImageHeader(
                ImageFormat.valueOf(in.readUTF()),
                new PixelSize(in.readInt(), in.readInt()),
                in.readLong(),
                Orientation.ofExif(in.readInt()),
                in.readInt(),
                in.readBoolean(),
                in.readBoolean());
    }

    private static MemorySegment fill(ReadableByteChannel in, MemorySegment file) throws IOException {
        fill(in, file.asByteBuffer());
        return file;
    }

    private static void fill(ReadableByteChannel in, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new EOFException("the processor went away in the middle of a job");
            }
        }
    }
}
