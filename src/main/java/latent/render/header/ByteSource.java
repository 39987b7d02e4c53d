package latent.render.header;

/** A file of known size, of which any part can be read: on a disk, in memory, or in S3. */
public interface ByteSource {
    /** Size of the whole file. */
    long bytes();

    /**
     * Reads a part, always of the same version of the file.
     *
     * @param length of a part that lies inside of the file
     * @return exactly as many bytes
     */
    byte[] read(long offset, int length);
}
