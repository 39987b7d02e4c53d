package latent.store.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host has an address that is not public, and no leave for one; nobody connected to it. */
final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    AddressRefused(String host, InetAddress address) {
        super("the host " + host + " has the address " + address.getHostAddress()
                + ", which is not public; originals.http-private-hosts could allow it");
    }
}
