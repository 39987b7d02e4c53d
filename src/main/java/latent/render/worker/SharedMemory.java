package latent.render.worker;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;
import latent.render.ShrunkPicture;
import latent.render.header.Limits;

/**
 * The memory in which a worker gets the original: on Linux, a file in memory that the processor writes into ({@link SharedMemoryWriter}) and libvips
 * reads from. So the original is copied once, as it is without a worker, and not into a pipe and out of it again, which took some per cent of a
 * render. On other systems there is none, and originals come through the pipe.
 *
 * @param descriptor the file's descriptor in this process
 */
record SharedMemory(OptionalInt descriptor, Optional<MemorySegment> contents) {
    /** The largest original, as the settings come; larger ones go through the pipe. Only what is used of it takes memory. */
    static final long BYTES = Limits.DEFAULT.maxFileBytes();

    static SharedMemory open() {
        OptionalInt file = Libc.memoryFile(BYTES);
        return new SharedMemory(
                file, file.stream().mapToObj(fd -> Libc.map(fd, BYTES)).findFirst());
    }

    /** Writes the samples of a picture over the original, for the processor to take; their form, or empty when there is no inbox. */
    Optional<ShrunkPicture.Form> layDown(ShrunkPicture<MemorySegment> picture) {
        return contents.map(place -> {
            MemorySegment.copy(picture.samples(), 0, place, 0, picture.form().bytes());
            return picture.form();
        });
    }
}
