package latent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import latent.local.web.PortInUse;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * S3 on loopback, in this process: S3Proxy over a folder. Buckets are folders in it, objects are files, and their metadata is in extended attributes,
 * so everything is there again at the next start. Signatures are checked (SigV4).
 */
public final class LocalS3 implements AutoCloseable {
    private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(2);

    private final Path folder;
    private final AnonymousView anonymous;
    private final S3Proxy proxy;

    private LocalS3(Path folder, AnonymousView anonymous, S3Proxy proxy) {
        this.folder = folder;
        this.anonymous = anonymous;
        this.proxy = proxy;
    }

    /**
     * Settings of the local S3.
     *
     * @param folder    is created
     * @param port      0 for any that is free
     * @param accessKey the only identity, which may do everything
     */
    public record Settings(Path folder, int port, String accessKey, String secretKey) {
        @Override
        public String toString() {
            return "Settings[folder=" + folder + ", port=" + port + ", accessKey=" + accessKey + ", secretKey=****]";
        }
    }

    /**
     * Starts S3 without buckets, except those that the folder holds already.
     *
     * @throws PortInUse        when another program listens there
     * @throws RuntimeException when the folder cannot be written, or its file system has no extended attributes
     */
    public static LocalS3 start(Settings settings) {
        requireAttributes(settings.folder());
        BlobStore store =
                new WholeObjects(new FilesystemNio2BlobStore(settings.folder().toString()));
        AnonymousView anonymous = new AnonymousView(store);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(anonymous)
                .endpoint(URI.create(
                        "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + settings.port()))
                .awsAuthentication(AuthenticationType.AWS_V4, settings.accessKey(), settings.secretKey())
                .stopTimeout(PATIENCE_ON_CLOSE.toMillis())
                .build();
        // Requests that are signed see the store itself; the builder's store is left to those that are not.
        proxy.setBlobStoreLocator((identity, bucket, key) ->
                settings.accessKey().equals(identity) ? new AccessGrant(settings.secretKey(), store) : null);
        listen(proxy, settings.port());
        return new LocalS3(settings.folder(), anonymous, proxy);
    }

    /** Where it listens, without a slash at the end; buckets are in the path. */
    public URI url() {
        return URI.create("http://localhost:" + proxy.getPort());
    }

    /** Makes the bucket if it is not there, and sets what everyone may do. Policies are not kept: each start gives them anew. */
    public void createBucket(String bucket, AnonymousAccess access) {
        try {
            Path path = folder.resolve(bucket);
            if (!Files.isDirectory(path)) {
                // To S3Proxy the permissions of a folder are the ACL of the bucket.
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        anonymous.allow(bucket, access);
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3 did not stop", e);
        }
    }

    private static void listen(S3Proxy proxy, int port) {
        try {
            proxy.start();
        } catch (Exception e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new PortInUse(port, "S3", "--s3-port", e);
            }
            throw new IllegalStateException("S3 did not start", e);
        }
    }

    /** Without them S3Proxy says nothing, and forgets Content-Type, Cache-Control and ETag. */
    private static void requireAttributes(Path folder) {
        try {
            Files.createDirectories(folder);
            var view = Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class);
            view.write("latent", ByteBuffer.wrap(new byte[] {1}));
        } catch (IOException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "S3 cannot keep its data in " + folder + ": it must be writable and have extended attributes", e);
        }
    }
}
