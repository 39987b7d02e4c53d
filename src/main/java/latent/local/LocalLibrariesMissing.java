package latent.local;

import java.util.List;

/** The libraries of the local S3 server and of the local CDN are not on the class path. A container image of the product leaves them out. */
public final class LocalLibrariesMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** One class of each library that this package and those below it call. */
    private static final List<String> NEEDED =
            List.of("org.gaul.s3proxy.S3Proxy", "tools.jackson.databind.json.JsonMapper");

    private LocalLibrariesMissing(String command, String className) {
        super("The " + command + " needs the libraries of the local stack, and they are not here (" + className
                + " is missing; container images leave them out). Run ./latent " + command
                + " where the program was built with mvn package: that puts them into target/lib-local.");
    }

    /**
     * Throws this when one of the libraries is missing; loads none of them otherwise.
     *
     * @param command of the command line, which needs them
     */
    public static void check(String command) {
        for (String name : NEEDED) {
            try {
                Class.forName(name, false, LocalLibrariesMissing.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new LocalLibrariesMissing(command, name);
            }
        }
    }
}
