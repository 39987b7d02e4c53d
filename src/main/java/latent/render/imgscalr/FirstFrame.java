package latent.render.imgscalr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import latent.image.PixelSize;

/** Lays the first frame of a GIF file, which may cover only a part, on its canvas. */
final class FirstFrame {
    private FirstFrame() {}

    static BufferedImage onCanvas(BufferedImage frame, PixelSize canvas, byte[] file) {
        if (frame.getWidth() == canvas.width() && frame.getHeight() == canvas.height()) {
            return frame;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        toGifFrame(bytes);
        return at(bytes.getShort() & 0xffff, bytes.getShort() & 0xffff, frame, canvas);
    }

    private static BufferedImage at(int left, int top, BufferedImage frame, PixelSize size) {
        BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = canvas.createGraphics();
        brush.drawImage(frame, left, top, null);
        brush.dispose();
        return canvas;
    }

    private static void toGifFrame(ByteBuffer file) {
        int flags = file.get(10);
        file.position(13 + ((flags & 0x80) == 0 ? 0 : 6 << (flags & 7)));
        while (file.get() != 0x2c) {
            file.get();
            for (int length = file.get() & 0xff; length > 0; length = file.get() & 0xff) {
                file.position(file.position() + length);
            }
        }
    }
}
