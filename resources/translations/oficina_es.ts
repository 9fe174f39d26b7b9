<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>En pausa: quedan %n días hábiles</source>
        <translation>
            <numerusform>En pausa: queda %n día hábil</numerusform>
            <numerusform>En pausa: quedan %n días hábiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Venció hace %n días hábiles</source>
        <translation>
            <numerusform>Venció hace %n día hábil</numerusform>
            <numerusform>Venció hace %n días hábiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quedan %n días hábiles</source>
        <translation>
            <numerusform>Queda %n día hábil</numerusform>
            <numerusform>Quedan %n días hábiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n días hábiles</source>
        <translation>
            <numerusform>%n día hábil</numerusform>
            <numerusform>%n días hábiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposeFace</name>
    <message numerus="yes">
        <source>Responderemos en %n días hábiles.</source>
        <translation>
            <numerusform>Responderemos en %n día hábil.</numerusform>
            <numerusform>Responderemos en %n días hábiles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message numerus="yes">
        <source>Se guardaron %n duplicados en {0}.</source>
        <translation>
            <numerusform>Se guardó %n duplicado en {0}.</numerusform>
            <numerusform>Se guardaron %n duplicados en {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sin duplicado disponible: {0} y %n más.</source>
        <translation>
            <numerusform>Sin duplicado disponible: {0} y %n más.</numerusform>
            <numerusform>Sin duplicado disponible: {0} y %n más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoiceFigures</name>
    <message numerus="yes">
        <source>%n facturas</source>
        <translation>
            <numerusform>%n factura</numerusform>
            <numerusform>%n facturas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no se suman</source>
        <translation>
            <numerusform>%n no se suma</numerusform>
            <numerusform>%n no se suman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoicePanel</name>
    <message numerus="yes">
        <source>%n días</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message numerus="yes">
        <source>Tiene %n envíos que todavía no fueron recibidos.</source>
        <translation>
            <numerusform>Tiene %n envío que todavía no fue recibido.</numerusform>
            <numerusform>Tiene %n envíos que todavía no fueron recibidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tiene %n borradores sin enviar.</source>
        <translation>
            <numerusform>Tiene %n borrador sin enviar.</numerusform>
            <numerusform>Tiene %n borradores sin enviar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListFace</name>
    <message numerus="yes">
        <source>Descargar %n elegidas</source>
        <translation>
            <numerusform>Descargar %n elegida</numerusform>
            <numerusform>Descargar %n elegidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovementWords</name>
    <message numerus="yes">
        <source>Imputado a {0} y %n más</source>
        <translation>
            <numerusform>Imputado a {0} y %n más</numerusform>
            <numerusform>Imputado a {0} y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingFigures</name>
    <message numerus="yes">
        <source>En %n días</source>
        <translation>
            <numerusform>En %n día</numerusform>
            <numerusform>En %n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingsPage</name>
    <message numerus="yes">
        <source>Tiene %n lecturas estimadas seguidas. Aporte su lectura o solicite verificación.</source>
        <translation>
            <numerusform>Tiene %n lectura estimada. Aporte su lectura o solicite verificación.</numerusform>
            <numerusform>Tiene %n lecturas estimadas seguidas. Aporte su lectura o solicite verificación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfReadingWords</name>
    <message numerus="yes">
        <source>Ingrese solo los números negros, %n dígitos, sin decimales.</source>
        <translation>
            <numerusform>Ingrese solo los números negros, %n dígito, sin decimales.</numerusform>
            <numerusform>Ingrese solo los números negros, %n dígitos, sin decimales.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Faltan %n dígitos. Incluya los ceros de la izquierda.</source>
        <translation>
            <numerusform>Falta %n dígito. Incluya los ceros de la izquierda.</numerusform>
            <numerusform>Faltan %n dígitos. Incluya los ceros de la izquierda.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubmissionWords</name>
    <message numerus="yes">
        <source>El archivo de envíos estaba dañado y se recuperaron %n envíos de su copia.</source>
        <translation>
            <numerusform>El archivo de envíos estaba dañado y se recuperó %n envío de su copia.</numerusform>
            <numerusform>El archivo de envíos estaba dañado y se recuperaron %n envíos de su copia.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>El estado de %n se comprueba con el servidor.</source>
        <translation>
            <numerusform>El estado de %n se comprueba con el servidor.</numerusform>
            <numerusform>El estado de %n se comprueba con el servidor.</numerusform>
        </translation>
    </message>
</context>
</TS>
