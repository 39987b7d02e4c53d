package latent.render.imgscalr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.render.gif.GifFrame;
import latent.render.gif.GifFrames;

/** Lays the first frame of an animation, which may cover only a part, on its canvas. */
final class FirstFrame {
    private static final int ANMF = 0x464d4e41;

    private FirstFrame() {}

    static BufferedImage onCanvas(BufferedImage frame, PixelSize canvas, ImageFormat format, byte[] file) {
        if (frame.getWidth() == canvas.width() && frame.getHeight() == canvas.height()) {
            return frame;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (format == ImageFormat.GIF) {
            GifFrame first = GifFrames.of(bytes).getFirst();
            return at(first.left(), first.top(), frame, canvas);
        }
        toWebPFrame(bytes);
        int left = bytes.getInt() & 0xffffff;
        bytes.position(bytes.position() - 1);
        return at(2 * left, 2 * (bytes.getInt() & 0xffffff), frame, canvas);
    }

    private static BufferedImage at(int left, int top, BufferedImage frame, PixelSize size) {
        BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = canvas.createGraphics();
        brush.drawImage(frame, left, top, null);
        brush.dispose();
        return canvas;
    }

    private static void toWebPFrame(ByteBuffer file) {
        file.position(12);
        while (file.getInt() != ANMF) {
            int length = file.getInt();
            file.position(file.position() + length + (length & 1));
        }
        file.getInt();
    }
}
