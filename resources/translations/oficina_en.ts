<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Archivo</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Exportar…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>Im&amp;primir…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>Pre&amp;ferencias</source>
        <translation>Pre&amp;ferences</translation>
    </message>
    <message>
        <source>&amp;Ingresar</source>
        <translation>&amp;Sign in</translation>
    </message>
    <message>
        <source>&amp;Cerrar sesión</source>
        <translation>Sign &amp;out</translation>
    </message>
    <message>
        <source>&amp;Salir</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Editar</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Filtrar esta página</source>
        <translation>&amp;Filter this page</translation>
    </message>
    <message>
        <source>&amp;Buscar en todo…</source>
        <translation>&amp;Search everything…</translation>
    </message>
    <message>
        <source>&amp;Ver</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Sincronizar ahora</source>
        <translation>&amp;Sync now</translation>
    </message>
    <message>
        <source>Barra lateral &amp;angosta</source>
        <translation>&amp;Narrow sidebar</translation>
    </message>
    <message>
        <source>&amp;Ir</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Volver</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Cambiar de contrato…</source>
        <translation>&amp;Change contract…</translation>
    </message>
    <message>
        <source>A&amp;yuda</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Ayuda y atajos</source>
        <translation>&amp;Help and shortcuts</translation>
    </message>
    <message>
        <source>&amp;Tema</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>Tema como el &amp;sistema</source>
        <translation>Theme as the &amp;system has it</translation>
    </message>
    <message>
        <source>Tema &amp;claro</source>
        <translation>&amp;Light theme</translation>
    </message>
    <message>
        <source>Tema &amp;oscuro</source>
        <translation>&amp;Dark theme</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <source>Guardar recordatorio…</source>
        <translation>Save reminder…</translation>
    </message>
</context>
<context>
    <name>ContractButton</name>
    <message>
        <source>vencido</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>a vencer</source>
        <translation>to fall due</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Up to date</translation>
    </message>
</context>
<context>
    <name>ContractHead</name>
    <message>
        <source>Contrato</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>To fall due</translation>
    </message>
    <message>
        <source>Vence</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>ContractPicker</name>
    <message>
        <source>Buscar contrato</source>
        <translation>Find a contract</translation>
    </message>
</context>
<context>
    <name>ContractWords</name>
    <message>
        <source>Contrato {0}</source>
        <translation>Contract {0}</translation>
    </message>
    <message>
        <source>Activo</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Pendiente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Cortado</source>
        <translation>Cut off</translation>
    </message>
    <message>
        <source>Baja</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>Gas</translation>
    </message>
    <message>
        <source>Agua</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>Electricidad</source>
        <translation>Electricity</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Algo falló</source>
        <translation>Something failed</translation>
    </message>
    <message>
        <source>La aplicación tuvo un error.</source>
        <translation>The app had an error.</translation>
    </message>
    <message>
        <source>Los datos guardados no se tocaron y puede seguir usando la aplicación. Si se repite, copie el detalle y envíelo a atención al cliente: no contiene datos personales.</source>
        <translation>The data kept were not touched and you can go on using the app. If it happens again, copy the details and send them to customer service: they contain no personal data.</translation>
    </message>
    <message>
        <source>Detalle del error</source>
        <translation>Details of the error</translation>
    </message>
    <message>
        <source>Copiar detalle</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Copiado</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>DemoPanel</name>
    <message>
        <source>Datos de ejemplo</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>Probar con datos de ejemplo</source>
        <translation>Try it with sample data</translation>
    </message>
    <message>
        <source>Este servidor es una demostración: ningún dato es real.</source>
        <translation>This server is a demonstration: none of the data are real.</translation>
    </message>
    <message>
        <source>Usuario {0}, contraseña {1}</source>
        <translation>Username {0}, password {1}</translation>
    </message>
</context>
<context>
    <name>DialEntry</name>
    <message>
        <source>Consumo: {0}</source>
        <translation>Consumption: {0}</translation>
    </message>
    <message>
        <source>Habitual: {0}</source>
        <translation>Usual: {0}</translation>
    </message>
</context>
<context>
    <name>DocumentFace</name>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Guardar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>No hay impresoras en este equipo. Puede guardar el PDF.</source>
        <translation>There is no printer on this computer. You can save the PDF.</translation>
    </message>
    <message>
        <source>Imprimiendo página {0} de {1}</source>
        <translation>Printing page {0} of {1}</translation>
    </message>
    <message>
        <source>El documento se envió a la impresora.</source>
        <translation>The document was sent to the printer.</translation>
    </message>
    <message>
        <source>La impresión se detuvo antes de terminar.</source>
        <translation>Printing stopped before the end.</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Factura {0}</source>
        <translation>Invoice {0}</translation>
    </message>
    <message>
        <source>El duplicado no está disponible aún; vuelva a intentar más tarde.</source>
        <translation>The duplicate is not available yet; try again later.</translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>El documento no se puede mostrar.</source>
        <translation>The document cannot be shown.</translation>
    </message>
    <message>
        <source>El archivo no es un PDF válido. Puede guardarlo o pedirlo otra vez.</source>
        <translation>The file is not a valid PDF. You can save it or ask for it again.</translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message>
        <source>Descargando {0} de {1}</source>
        <translation>Downloading {0} of {1}</translation>
    </message>
    <message>
        <source>Deteniendo la descarga…</source>
        <translation>Stopping the download…</translation>
    </message>
    <message numerus="yes">
        <source>Se guardaron %n duplicados en {0}.</source>
        <translation>
            <numerusform>%n duplicate was saved in {0}.</numerusform>
            <numerusform>%n duplicates were saved in {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>La descarga se detuvo a su pedido.</source>
        <translation>The download was stopped as you asked.</translation>
    </message>
    <message>
        <source>Sin duplicado disponible: {0}.</source>
        <translation>No duplicate available: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>Sin duplicado disponible: {0} y %n más.</source>
        <translation>
            <numerusform>No duplicate available: {0} and %n more.</numerusform>
            <numerusform>No duplicate available: {0} and %n more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Abrir carpeta</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ingresar</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>No se encuentra el servidor.</source>
        <translation>The server cannot be found.</translation>
    </message>
    <message>
        <source>Revise su conexión a la red. Puede seguir viendo los datos guardados.</source>
        <translation>Check your network connection. You can go on reading the data kept here.</translation>
    </message>
    <message>
        <source>Esta red pide ingresar en su propia página.</source>
        <translation>This network wants you to sign in on its own page.</translation>
    </message>
    <message>
        <source>Abra el navegador, complete el ingreso a la red y vuelva a probar.</source>
        <translation>Open the browser, sign in to the network and try again.</translation>
    </message>
    <message>
        <source>El sistema no está disponible en este momento.</source>
        <translation>The system is not available at the moment.</translation>
    </message>
    <message>
        <source>Pruebe más tarde. Puede seguir viendo los datos guardados.</source>
        <translation>Try later. You can go on reading the data kept here.</translation>
    </message>
    <message>
        <source>El servidor tarda demasiado en responder.</source>
        <translation>The server takes too long to answer.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente en unos minutos.</source>
        <translation>Try again in a few minutes.</translation>
    </message>
    <message>
        <source>La respuesta del servidor llegó incompleta o dañada.</source>
        <translation>The server&apos;s answer arrived incomplete or damaged.</translation>
    </message>
    <message>
        <source>No se cambió nada de lo guardado. Pruebe nuevamente.</source>
        <translation>Nothing that was kept has changed. Try again.</translation>
    </message>
    <message>
        <source>No se pudo comprobar la identidad del servidor.</source>
        <translation>The server&apos;s identity could not be verified.</translation>
    </message>
    <message>
        <source>Revise la fecha de su equipo y la red que usa. No se envió ningún dato.</source>
        <translation>Check your computer&apos;s date and the network you use. No data were sent.</translation>
    </message>
    <message>
        <source>Se hicieron demasiadas consultas seguidas.</source>
        <translation>There were too many requests in a row.</translation>
    </message>
    <message>
        <source>Espere {seconds} segundos y pruebe nuevamente.</source>
        <translation>Wait {seconds} seconds and try again.</translation>
    </message>
    <message>
        <source>Usuario o contraseña incorrectos.</source>
        <translation>Wrong username or password.</translation>
    </message>
    <message>
        <source>Revise lo que escribió, también las mayúsculas.</source>
        <translation>Check what you typed, capital letters too.</translation>
    </message>
    <message>
        <source>Usuario bloqueado por intentos fallidos.</source>
        <translation>The user is locked after failed attempts.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente {hour}.</source>
        <translation>Try again {hour}.</translation>
    </message>
    <message>
        <source>Su sesión venció. Ingrese nuevamente.</source>
        <translation>Your session has expired. Sign in again.</translation>
    </message>
    <message>
        <source>Los datos guardados siguen a la vista.</source>
        <translation>The data kept here stay in view.</translation>
    </message>
    <message>
        <source>Esta versión ya no puede comunicarse con el servidor.</source>
        <translation>This version can no longer talk to the server.</translation>
    </message>
    <message>
        <source>Instale la versión nueva de la Oficina Virtual.</source>
        <translation>Install the new version of Oficina Virtual.</translation>
    </message>
    <message>
        <source>Lo que buscaba ya no está en el servidor.</source>
        <translation>What you were looking for is no longer on the server.</translation>
    </message>
    <message>
        <source>Sincronice para ver los datos al día.</source>
        <translation>Sync to see current data.</translation>
    </message>
    <message>
        <source>Su usuario no tiene permiso para esto.</source>
        <translation>Your user has no permission for this.</translation>
    </message>
    <message>
        <source>Si cree que debería tenerlo, consulte en atención al cliente.</source>
        <translation>If you think it should, ask customer service.</translation>
    </message>
    <message>
        <source>El servidor no aceptó el pedido.</source>
        <translation>The server did not accept the request.</translation>
    </message>
    <message>
        <source>Consulte en atención al cliente. Referencia: {reference}.</source>
        <translation>Ask customer service. Reference: {reference}.</translation>
    </message>
    <message>
        <source>No queda espacio en el disco.</source>
        <translation>There is no space left on the disk.</translation>
    </message>
    <message>
        <source>Libere espacio y pruebe nuevamente. Lo guardado no se perdió.</source>
        <translation>Free some space and try again. What was kept is not lost.</translation>
    </message>
    <message>
        <source>El disco de este equipo no respondió bien.</source>
        <translation>The disk of this computer did not answer well.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente. Si se repite, haga revisar el disco.</source>
        <translation>Try again. If it happens again, have the disk checked.</translation>
    </message>
    <message>
        <source>Los datos guardados en este equipo están dañados.</source>
        <translation>The data kept on this computer are damaged.</translation>
    </message>
    <message>
        <source>Se vuelven a bajar del servidor al ingresar.</source>
        <translation>They are fetched again from the server when you sign in.</translation>
    </message>
    <message>
        <source>Otro programa está usando los datos guardados.</source>
        <translation>Another program is using the data kept here.</translation>
    </message>
    <message>
        <source>Espere un momento y pruebe nuevamente.</source>
        <translation>Wait a moment and try again.</translation>
    </message>
    <message>
        <source>No se puede cifrar la copia local en este equipo.</source>
        <translation>The local copy cannot be encrypted on this computer.</translation>
    </message>
    <message>
        <source>Para cuidar sus datos no se guardó nada. Reinstale la aplicación.</source>
        <translation>To protect your data nothing was kept. Reinstall the app.</translation>
    </message>
    <message>
        <source>El sistema ya no tiene la llave de los datos guardados.</source>
        <translation>The system no longer has the key to the data kept here.</translation>
    </message>
    <message>
        <source>Ingrese nuevamente y se bajan otra vez del servidor.</source>
        <translation>Sign in again and they are fetched once more from the server.</translation>
    </message>
    <message>
        <source>No se pudo escribir el archivo.</source>
        <translation>The file could not be written.</translation>
    </message>
    <message>
        <source>Elija otra carpeta o cierre el programa que lo tiene abierto.</source>
        <translation>Choose another folder or close the program that has it open.</translation>
    </message>
    <message>
        <source>Este documento no está guardado en el equipo.</source>
        <translation>This document is not kept on the computer.</translation>
    </message>
    <message>
        <source>Se puede abrir cuando haya conexión.</source>
        <translation>It can be opened when there is a connection.</translation>
    </message>
    <message>
        <source>El documento llegó dañado y no se guardó.</source>
        <translation>The document arrived damaged and was not kept.</translation>
    </message>
    <message>
        <source>Pruebe nuevamente. Si se repite, avise en atención al cliente.</source>
        <translation>Try again. If it happens once more, tell customer service.</translation>
    </message>
    <message>
        <source>La copia local no coincide con la del servidor.</source>
        <translation>The local copy does not match the server&apos;s.</translation>
    </message>
    <message>
        <source>Se baja de nuevo, completa. Mientras tanto se ve la anterior.</source>
        <translation>It is fetched anew, whole. Meanwhile you see the one before.</translation>
    </message>
    <message>
        <source>a las {0}</source>
        <translation>at {0}</translation>
    </message>
    <message>
        <source>más tarde</source>
        <translation>later</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Exportar comprobantes</source>
        <translation>Export receipts</translation>
    </message>
    <message>
        <source>Comprobantes (*.json)</source>
        <translation>Receipts (*.json)</translation>
    </message>
    <message>
        <source>comprobantes.json</source>
        <translation>receipts.json</translation>
    </message>
</context>
<context>
    <name>FirstSync</name>
    <message>
        <source>Bajando sus datos por primera vez</source>
        <translation>Downloading your data for the first time</translation>
    </message>
    <message>
        <source>Avance de la primera sincronización</source>
        <translation>Progress of the first sync</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bajando sus datos por primera vez: {0} de {1}</source>
        <translation>Downloading your data for the first time: {0} of {1}</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Atención al cliente</source>
        <translation>Customer service</translation>
    </message>
    <message>
        <source>Atajos de teclado</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Todo lo que ya se sincronizó se puede leer sin conexión. Cada página dice de cuándo son sus datos, y abajo a la izquierda se ve si están al día.</source>
        <translation>Everything that was synced once can be read without a connection. Each page says when its data are from, and the lower left corner shows whether they are up to date.</translation>
    </message>
    <message>
        <source>Sus datos en este equipo</source>
        <translation>Your data on this computer</translation>
    </message>
    <message>
        <source>La copia local está cifrada y su llave se guarda en el llavero del sistema. Si el sistema no tiene llavero, la llave queda solo en la memoria: al cerrar la aplicación la copia no se puede leer más, y al ingresar se baja otra vez. Cerrar sesión borra la copia y la llave.</source>
        <translation>The local copy is encrypted and its key is kept in the system&apos;s keyring. If the system has no keyring, the key stays in memory only: once the app is closed the copy cannot be read any more, and it is downloaded again when you sign in. Signing out deletes the copy and the key.</translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Consultas: {0}</source>
        <translation>Questions: {0}</translation>
    </message>
    <message>
        <source>Emergencias: {0}</source>
        <translation>Emergencies: {0}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Inicio</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Filtrar contratos</source>
        <translation>Filter contracts</translation>
    </message>
    <message>
        <source>Ningún contrato coincide con el filtro.</source>
        <translation>No contract matches the filter.</translation>
    </message>
    <message>
        <source>Sus contratos</source>
        <translation>Your contracts</translation>
    </message>
    <message>
        <source>No tiene contratos vinculados.</source>
        <translation>You have no linked contracts.</translation>
    </message>
    <message>
        <source>Si acaba de vincular uno, sincronice para verlo acá.</source>
        <translation>If you have just linked one, sync to see it here.</translation>
    </message>
    <message>
        <source>Todavía no se bajaron sus datos.</source>
        <translation>Your data have not been downloaded yet.</translation>
    </message>
    <message>
        <source>Sincronice para ver sus contratos y leerlos después sin conexión.</source>
        <translation>Sync to see your contracts, and to read them later offline.</translation>
    </message>
    <message>
        <source>Sincronizar</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Más avisos en sus contratos: {0}.</source>
        <translation>More notices on your contracts: {0}.</translation>
    </message>
</context>
<context>
    <name>HomeViewModel</name>
    <message>
        <source>En {0} de {1} contratos</source>
        <translation>In {0} of {1} contracts</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>No tiene facturas vencidas</source>
        <translation>You have no overdue invoices</translation>
    </message>
    <message>
        <source>Hasta el {0}</source>
        <translation>Until {0}</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>To fall due</translation>
    </message>
    <message>
        <source>Nada por vencer</source>
        <translation>Nothing to fall due</translation>
    </message>
    <message>
        <source>Se descuenta de la próxima factura</source>
        <translation>Deducted from the next invoice</translation>
    </message>
    <message>
        <source>A su favor</source>
        <translation>In your favour</translation>
    </message>
    <message>
        <source>{0}: puede aportar su lectura hasta el {1} a las {2}.</source>
        <translation>{0}: you can give your own reading until {1} at {2}.</translation>
    </message>
    <message>
        <source>Aportar lectura</source>
        <translation>Give a reading</translation>
    </message>
    <message>
        <source>Ver consumo</source>
        <translation>See consumption</translation>
    </message>
    <message>
        <source>{0}: las últimas {1} lecturas fueron estimadas. Facilite el acceso al medidor.</source>
        <translation>{0}: the last {1} readings were estimated. Please make the meter accessible.</translation>
    </message>
    <message>
        <source>{0}: suministro cortado desde el {1}</source>
        <translation>{0}: supply cut off since {1}</translation>
    </message>
    <message>
        <source>{0}: suministro cortado</source>
        <translation>{0}: supply cut off</translation>
    </message>
    <message>
        <source>Ver contrato</source>
        <translation>See contract</translation>
    </message>
    <message>
        <source>{0}, con {1} vencidos.</source>
        <translation>{0}, with {1} overdue.</translation>
    </message>
    <message>
        <source>{0}: tiene {1} vencidos.</source>
        <translation>{0}: {1} overdue.</translation>
    </message>
    <message>
        <source>Ver facturas</source>
        <translation>See invoices</translation>
    </message>
</context>
<context>
    <name>InvoiceColumns</name>
    <message>
        <source>Sin duplicado disponible</source>
        <translation>No duplicate available</translation>
    </message>
    <message>
        <source>PDF guardado, se abre sin conexión</source>
        <translation>PDF kept, opens without a connection</translation>
    </message>
    <message>
        <source>PDF en el servidor</source>
        <translation>PDF on the server</translation>
    </message>
    <message>
        <source>Elegir</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Emisión</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Período</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pagado</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Duplicado</source>
        <translation>Duplicate</translation>
    </message>
</context>
<context>
    <name>InvoiceFigures</name>
    <message>
        <source>Deuda vencida</source>
        <translation>Overdue debt</translation>
    </message>
    <message>
        <source>A vencer</source>
        <translation>To fall due</translation>
    </message>
    <message>
        <source>Saldo a favor</source>
        <translation>Credit balance</translation>
    </message>
    <message>
        <source>Puede generar recargos</source>
        <translation>May bring surcharges</translation>
    </message>
    <message>
        <source>No tiene deuda vencida</source>
        <translation>You have no overdue debt</translation>
    </message>
    <message>
        <source>Próximo: {0}</source>
        <translation>Next: {0}</translation>
    </message>
    <message>
        <source>Se resta de su deuda</source>
        <translation>Deducted from your debt</translation>
    </message>
    <message>
        <source>Marque para sumarlas</source>
        <translation>Tick to add up</translation>
    </message>
    <message>
        <source>Sin saldo a favor</source>
        <translation>No credit balance</translation>
    </message>
    <message>
        <source>Aparte hay {0} en reclamo, en acuerdo o en proceso de pago, que no se suman a la deuda.</source>
        <translation>Apart from that, {0} are in a claim, in an agreement or being paid, and are not added to the debt.</translation>
    </message>
    <message>
        <source>Total elegido</source>
        <translation>Total chosen</translation>
    </message>
    <message numerus="yes">
        <source>%n facturas</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no se suman</source>
        <translation>
            <numerusform>%n is not added</numerusform>
            <numerusform>%n are not added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoiceLines</name>
    <message>
        <source>Cargo del período</source>
        <translation>Charge of the period</translation>
    </message>
</context>
<context>
    <name>InvoicePanel</name>
    <message>
        <source>Detalle de la factura</source>
        <translation>Invoice details</translation>
    </message>
    <message>
        <source>Ver factura</source>
        <translation>See invoice</translation>
    </message>
    <message>
        <source>Guardar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Qué cambió</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Conceptos</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Lecturas</source>
        <translation>Readings</translation>
    </message>
    <message>
        <source>Factura reemplazada por {0}.</source>
        <translation>Invoice replaced by {0}.</translation>
    </message>
    <message>
        <source>Esta factura integra el acuerdo N° {0}; pague la cuota correspondiente.</source>
        <translation>This invoice is part of agreement no. {0}; pay its instalment.</translation>
    </message>
    <message>
        <source>En reclamo N° {0}. No se suma a la deuda mientras se resuelve.</source>
        <translation>In claim no. {0}. It is not added to the debt until that is settled.</translation>
    </message>
    <message>
        <source>Tiene {0} de saldo a favor, que se descuenta de lo que deba.</source>
        <translation>You have a credit of {0}, which is deducted from what you owe.</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pagado</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Saldo anterior</source>
        <translation>Previous balance</translation>
    </message>
    <message>
        <source>Vencimiento</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Emisión</source>
        <translation>Issued</translation>
    </message>
    <message numerus="yes">
        <source>%n días</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Período</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>InvoiceWords</name>
    <message>
        <source>Vencida</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Pendiente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Pago en proceso</source>
        <translation>Payment in process</translation>
    </message>
    <message>
        <source>Pago parcial</source>
        <translation>Partly paid</translation>
    </message>
    <message>
        <source>En reclamo</source>
        <translation>In claim</translation>
    </message>
    <message>
        <source>En acuerdo</source>
        <translation>In agreement</translation>
    </message>
    <message>
        <source>Saldo a favor</source>
        <translation>Credit balance</translation>
    </message>
    <message>
        <source>Compensada</source>
        <translation>Compensated</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Pagada</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Nota de crédito</source>
        <translation>Credit note</translation>
    </message>
    <message>
        <source>Nota de débito</source>
        <translation>Debit note</translation>
    </message>
    <message>
        <source>Cargo fijo</source>
        <translation>Fixed charge</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Cargo</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Intereses</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>Ajuste</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>Crédito</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>Impuesto</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>El cargo del período es igual al de {month}.</source>
        <translation>The charge of the period is the same as in {month}.</translation>
    </message>
    <message>
        <source>El cargo del período es {amount} mayor que el de {month}.</source>
        <translation>The charge of the period is {amount} higher than in {month}.</translation>
    </message>
    <message>
        <source>El cargo del período es {amount} menor que el de {month}.</source>
        <translation>The charge of the period is {amount} lower than in {month}.</translation>
    </message>
    <message>
        <source>El precio medio por {unit} subió de {before} a {after}</source>
        <translation>The mean price per {unit} rose from {before} to {after}</translation>
    </message>
    <message>
        <source>El precio medio por {unit} bajó de {before} a {after}</source>
        <translation>The mean price per {unit} fell from {before} to {after}</translation>
    </message>
    <message>
        <source>El tipo de cambio subió de {before} a {after}</source>
        <translation>The exchange rate rose from {before} to {after}</translation>
    </message>
    <message>
        <source>El tipo de cambio bajó de {before} a {after}</source>
        <translation>The exchange rate fell from {before} to {after}</translation>
    </message>
    <message>
        <source>Subieron los cargos fijos</source>
        <translation>The fixed charges rose</translation>
    </message>
    <message>
        <source>Bajaron los cargos fijos</source>
        <translation>The fixed charges fell</translation>
    </message>
    <message>
        <source>Más impuestos</source>
        <translation>More taxes</translation>
    </message>
    <message>
        <source>Menos impuestos</source>
        <translation>Less taxes</translation>
    </message>
    <message>
        <source>Más por otros cargos o menos descuentos</source>
        <translation>More other charges or fewer discounts</translation>
    </message>
    <message>
        <source>Menos otros cargos o más descuentos</source>
        <translation>Fewer other charges or more discounts</translation>
    </message>
    <message>
        <source>El consumo cayó en otros tramos de la tarifa</source>
        <translation>The consumption fell into other tiers of the tariff</translation>
    </message>
    <message>
        <source>Consumió {quantity} más que en {month}</source>
        <translation>You consumed {quantity} more than in {month}</translation>
    </message>
    <message>
        <source>Consumió {quantity} menos que en {month}</source>
        <translation>You consumed {quantity} less than in {month}</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Si los conserva, quedan cifrados en este equipo y se envían cuando vuelva a ingresar con su usuario.</source>
        <translation>If you keep them, they stay encrypted on this computer and are sent when you sign in again.</translation>
    </message>
    <message>
        <source>Conservar y cerrar sesión</source>
        <translation>Keep and sign out</translation>
    </message>
    <message>
        <source>Exportar comprobantes…</source>
        <translation>Export receipts…</translation>
    </message>
    <message>
        <source>Seguir en la sesión</source>
        <translation>Stay signed in</translation>
    </message>
    <message numerus="yes">
        <source>Tiene %n envíos que todavía no fueron recibidos.</source>
        <translation>
            <numerusform>You have %n submission that was not received yet.</numerusform>
            <numerusform>You have %n submissions that were not received yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No se pudo comprobar si quedan envíos sin recibir.</source>
        <translation>It could not be checked whether anything is still to be received.</translation>
    </message>
    <message>
        <source>Descartar y cerrar sesión</source>
        <translation>Discard and sign out</translation>
    </message>
    <message>
        <source>Sí, perder lo que no se envió</source>
        <translation>Yes, lose what was not sent</translation>
    </message>
    <message>
        <source>Se guardó {0}.</source>
        <translation>{0} was saved.</translation>
    </message>
</context>
<context>
    <name>ListFace</name>
    <message>
        <source>Mis Facturas</source>
        <translation>My Invoices</translation>
    </message>
    <message>
        <source>Facturas del contrato</source>
        <translation>Invoices of the contract</translation>
    </message>
    <message>
        <source>Todas</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Impagas</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>Vencidas</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>En reclamo</source>
        <translation>In claim</translation>
    </message>
    <message>
        <source>En acuerdo</source>
        <translation>In agreement</translation>
    </message>
    <message>
        <source>Mostrar</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Año</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Filtrar facturas</source>
        <translation>Filter invoices</translation>
    </message>
    <message>
        <source>Factura {0}</source>
        <translation>Invoice {0}</translation>
    </message>
    <message>
        <source>Todavía no hay facturas para este contrato.</source>
        <translation>There are no invoices for this contract yet.</translation>
    </message>
    <message>
        <source>La primera aparecerá aquí cuando se emita.</source>
        <translation>The first will appear here when it is issued.</translation>
    </message>
    <message>
        <source>Sincronizar</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>No hay facturas en el período elegido.</source>
        <translation>There are no invoices in the chosen period.</translation>
    </message>
    <message>
        <source>Pruebe con otro filtro o con otro año.</source>
        <translation>Try another filter or another year.</translation>
    </message>
    <message>
        <source>Quitar filtros</source>
        <translation>Remove filters</translation>
    </message>
    <message>
        <source>Año: todos</source>
        <translation>Year: all</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message numerus="yes">
        <source>Descargar %n elegidas</source>
        <translation>
            <numerusform>Download %n chosen</numerusform>
            <numerusform>Download %n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Descargar todas</source>
        <translation>Download all</translation>
    </message>
    <message>
        <source>Carpeta para los duplicados</source>
        <translation>Folder for the duplicates</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Oficina Virtual</source>
        <translation>Oficina Virtual</translation>
    </message>
    <message>
        <source>Cancelar la sincronización</source>
        <translation>Cancel the sync</translation>
    </message>
</context>
<context>
    <name>MasterDetail</name>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Cerrar detalle</source>
        <translation>Close details</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Cerrar aviso</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Datos de ejemplo</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>Sin actualizar todavía</source>
        <translation>Not updated yet</translation>
    </message>
    <message>
        <source>Datos de hace más de un día: {0}</source>
        <translation>Data more than a day old: {0}</translation>
    </message>
    <message>
        <source>Actualizado hoy {0}</source>
        <translation>Updated today {0}</translation>
    </message>
    <message>
        <source>Actualizado el {0}</source>
        <translation>Updated on {0}</translation>
    </message>
</context>
<context>
    <name>PageSpec</name>
    <message>
        <source>Inicio</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Mis Facturas</source>
        <translation>My Invoices</translation>
    </message>
    <message>
        <source>Consultar Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Pendientes de envío</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Aportar Lectura</source>
        <translation>Give a Reading</translation>
    </message>
</context>
<context>
    <name>PageStack</name>
    <message>
        <source>Página</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Buscar páginas, acciones, facturas, medidores</source>
        <translation>Search pages, actions, invoices, meters</translation>
    </message>
    <message>
        <source>No se encontró nada con ese texto.</source>
        <translation>Nothing was found with that text.</translation>
    </message>
</context>
<context>
    <name>PdfViewer</name>
    <message>
        <source>Páginas del documento</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>Página</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Alejar</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Acercar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Página entera</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Buscar en el documento</source>
        <translation>Search in the document</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Siguiente</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Ancho de página</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>de {0}</source>
        <translation>of {0}</translation>
    </message>
    <message>
        <source>Sin resultados</source>
        <translation>No results</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>PendingColumns</name>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Qué</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Contenido</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Contrato</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Ingresado</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
</context>
<context>
    <name>PendingPage</name>
    <message>
        <source>Pendientes de envío</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Exportar comprobantes…</source>
        <translation>Export receipts…</translation>
    </message>
    <message>
        <source>Envíos</source>
        <translation>Submissions</translation>
    </message>
    <message>
        <source>Enviar ahora</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>No hay nada pendiente de envío.</source>
        <translation>Nothing is waiting to be sent.</translation>
    </message>
    <message>
        <source>Lo que ingrese sin conexión espera acá hasta que se pueda enviar.</source>
        <translation>What you enter without a connection waits here until it can be sent.</translation>
    </message>
    <message>
        <source>Ir a Inicio</source>
        <translation>Go to Home</translation>
    </message>
</context>
<context>
    <name>PendingPanel</name>
    <message>
        <source>Anular</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Comprobar ahora</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Descartar…</source>
        <translation>Discard…</translation>
    </message>
    <message>
        <source>DESCARTAR</source>
        <translation>DISCARD</translation>
    </message>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Corregir y enviar</source>
        <translation>Correct and send</translation>
    </message>
    <message>
        <source>Contrato</source>
        <translation>Contract</translation>
    </message>
</context>
<context>
    <name>PendingViewModel</name>
    <message>
        <source>Se guardó {0}.</source>
        <translation>{0} was saved.</translation>
    </message>
    <message>
        <source>El servidor todavía no lo tiene. Se envía de nuevo ahora.</source>
        <translation>The server does not have it yet. It is being sent again now.</translation>
    </message>
    <message>
        <source>{0}: el período cerró el {1} antes de que se pudiera enviar.</source>
        <translation>{0}: the period closed on {1} before it could be sent.</translation>
    </message>
    <message>
        <source>{0}: el período cierra el {1} y todavía no se envió. Conéctese.</source>
        <translation>{0}: the period closes on {1} and it was not sent yet. Please connect.</translation>
    </message>
    <message>
        <source>Ingresado</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Primer envío</source>
        <translation>First sent</translation>
    </message>
    <message>
        <source>Intentos</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Identificación</source>
        <translation>Identification</translation>
    </message>
    <message>
        <source>Huella (SHA-256)</source>
        <translation>Digest (SHA-256)</translation>
    </message>
</context>
<context>
    <name>PeriodsCard</name>
    <message>
        <source>Consumo por período</source>
        <translation>Consumption per period</translation>
    </message>
    <message>
        <source>Flechas izquierda y derecha: recorrer los períodos. Enter: ver la lectura.</source>
        <translation>Left and right arrows: move along the periods. Enter: see the reading.</translation>
    </message>
    <message>
        <source>Consumo por período, como tabla</source>
        <translation>Consumption per period, as a table</translation>
    </message>
    <message>
        <source>{0} meses</source>
        <translation>{0} months</translation>
    </message>
    <message>
        <source>Meses a la vista</source>
        <translation>Months in view</translation>
    </message>
    <message>
        <source>Lectura real</source>
        <translation>Real reading</translation>
    </message>
    <message>
        <source>Aportada por usted</source>
        <translation>Given by you</translation>
    </message>
    <message>
        <source>Estimada (est.)</source>
        <translation>Estimated (est.)</translation>
    </message>
    <message>
        <source>Un año antes</source>
        <translation>A year before</translation>
    </message>
    <message>
        <source>Ver como gráfico</source>
        <translation>See as a chart</translation>
    </message>
    <message>
        <source>Ver como tabla</source>
        <translation>See as a table</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Como el sistema</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Claro</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Oscuro</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Los colores de la ventana. Cambia enseguida.</source>
        <translation>The colours of the window. Changes at once.</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>La empresa escribe sus avisos y facturas en el suyo.</source>
        <translation>The company writes its notices and invoices in its own.</translation>
    </message>
    <message>
        <source>Preferencias</source>
        <translation>Preferences</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>QualityWords</name>
    <message>
        <source>Real</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>Aportada</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Ajustada</source>
        <translation>Adjusted</translation>
    </message>
    <message>
        <source>Calculada</source>
        <translation>Calculated</translation>
    </message>
    <message>
        <source>Estimada</source>
        <translation>Estimated</translation>
    </message>
    <message>
        <source>Dudosa</source>
        <translation>Questionable</translation>
    </message>
    <message>
        <source>propia</source>
        <translation>own</translation>
    </message>
    <message>
        <source>ajus.</source>
        <translation>adj.</translation>
    </message>
    <message>
        <source>calc.</source>
        <translation>calc.</translation>
    </message>
    <message>
        <source>est.</source>
        <translation>est.</translation>
    </message>
    <message>
        <source>dud.</source>
        <translation>quest.</translation>
    </message>
    <message>
        <source>Tomada por la empresa</source>
        <translation>Taken by the company</translation>
    </message>
    <message>
        <source>Telemedición</source>
        <translation>Remote reading</translation>
    </message>
    <message>
        <source>Aportada por el cliente</source>
        <translation>Given by the customer</translation>
    </message>
    <message>
        <source>Aportada por teléfono</source>
        <translation>Given by phone</translation>
    </message>
    <message>
        <source>Aportada en el mostrador</source>
        <translation>Given at the counter</translation>
    </message>
    <message>
        <source>Inspección</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Calculada por el sistema</source>
        <translation>Calculated by the system</translation>
    </message>
    <message>
        <source>no se pudo acceder al medidor</source>
        <translation>the meter could not be reached</translation>
    </message>
    <message>
        <source>no había nadie en el domicilio</source>
        <translation>nobody was at home</translation>
    </message>
    <message>
        <source>no se encontró el medidor</source>
        <translation>the meter was not found</translation>
    </message>
    <message>
        <source>el inmueble estaba deshabitado</source>
        <translation>the premises were uninhabited</translation>
    </message>
    <message>
        <source>el medidor no funcionaba bien</source>
        <translation>the meter did not work well</translation>
    </message>
    <message>
        <source>el medidor no comunicó su lectura</source>
        <translation>the meter did not send its reading</translation>
    </message>
    <message>
        <source>no se pudo tomar la lectura</source>
        <translation>the reading could not be taken</translation>
    </message>
    <message>
        <source>Se tomó el consumo del mismo período del año anterior.</source>
        <translation>The consumption of the same period of the year before was taken.</translation>
    </message>
    <message>
        <source>Se multiplicó el promedio diario de los períodos anteriores por los días.</source>
        <translation>The daily mean of earlier periods was multiplied by the days.</translation>
    </message>
</context>
<context>
    <name>ReadingColumns</name>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Días</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Promedio diario</source>
        <translation>Daily mean</translation>
    </message>
    <message>
        <source>Origen</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Observación</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Período</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Un año antes</source>
        <translation>A year before</translation>
    </message>
    <message>
        <source>Diferencia</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>ReadingFigures</name>
    <message>
        <source>Último consumo</source>
        <translation>Last consumption</translation>
    </message>
    <message>
        <source>Promedio diario</source>
        <translation>Daily mean</translation>
    </message>
    <message>
        <source>Contra un año antes</source>
        <translation>Against a year before</translation>
    </message>
    <message>
        <source>Última lectura</source>
        <translation>Last reading</translation>
    </message>
    <message numerus="yes">
        <source>En %n días</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Sin dato de hace un año</source>
        <translation>Nothing from a year ago</translation>
    </message>
    <message>
        <source>Entonces fueron {0}</source>
        <translation>It was {0} then</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>Agregar foto…</source>
        <translation>Add a photo…</translation>
    </message>
    <message>
        <source>Opcional. JPEG o PNG, hasta 10 MiB.</source>
        <translation>Optional. JPEG or PNG, up to 10 MiB.</translation>
    </message>
    <message>
        <source>Quitar la foto</source>
        <translation>Remove the photo</translation>
    </message>
    <message>
        <source>Confirmo que la lectura es correcta</source>
        <translation>I confirm that the reading is right</translation>
    </message>
    <message>
        <source>Declaro que la lectura es la que marca el medidor</source>
        <translation>I declare that this is what the meter shows</translation>
    </message>
    <message>
        <source>Enviar lectura</source>
        <translation>Send reading</translation>
    </message>
    <message>
        <source>Volver sin cambios</source>
        <translation>Back without changes</translation>
    </message>
    <message>
        <source>Necesaria para revisar el valor. JPEG o PNG, hasta 10 MiB.</source>
        <translation>Needed to check the value. JPEG or PNG, up to 10 MiB.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Detalle de la lectura</source>
        <translation>Reading details</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>Días</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Promedio diario</source>
        <translation>Daily mean</translation>
    </message>
    <message>
        <source>Factura</source>
        <translation>Invoice</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>un año antes {0}</source>
        <translation>a year before {0}</translation>
    </message>
    <message>
        <source>hubo cambio de medidor</source>
        <translation>the meter was changed</translation>
    </message>
    <message>
        <source>Medidor instalado</source>
        <translation>Meter installed</translation>
    </message>
    <message>
        <source>Medidor retirado</source>
        <translation>Meter removed</translation>
    </message>
    <message>
        <source>El medidor dio la vuelta</source>
        <translation>The meter rolled over</translation>
    </message>
    <message>
        <source>Sobre esta lectura</source>
        <translation>About this reading</translation>
    </message>
    <message>
        <source>¿Por qué es estimada?</source>
        <translation>Why is it estimated?</translation>
    </message>
    <message>
        <source>Facilite el acceso al medidor en la próxima visita, o aporte su lectura cuando el período esté abierto.</source>
        <translation>Give access to the meter at the next visit, or give your own reading while the period is open.</translation>
    </message>
    <message>
        <source>Lectura aportada por usted</source>
        <translation>Reading given by you</translation>
    </message>
    <message>
        <source>La empresa la aceptó y el período se facturó con ella.</source>
        <translation>The company accepted it and the period was invoiced with it.</translation>
    </message>
    <message>
        <source>El medidor llegó a su número más alto y volvió a empezar desde cero; el consumo ya lo tiene en cuenta.</source>
        <translation>The meter reached its highest number and began again at zero; the consumption takes that into account.</translation>
    </message>
    <message>
        <source>La empresa corrigió el valor después de revisarlo.</source>
        <translation>The company corrected the value after checking it.</translation>
    </message>
    <message>
        <source>El valor no pasó los controles y la empresa lo revisa.</source>
        <translation>The value did not pass the checks and the company is reviewing it.</translation>
    </message>
    <message>
        <source>Lectura estimada. Se ajustará con la próxima lectura real.</source>
        <translation>Estimated reading. It will be adjusted with the next real one.</translation>
    </message>
    <message>
        <source>Lectura estimada: {0}. Se ajustará con la próxima lectura real.</source>
        <translation>Estimated reading: {0}. It will be adjusted with the next real one.</translation>
    </message>
    <message>
        <source>El medidor {0} se instaló el {1}; cuenta desde {2}.</source>
        <translation>Meter {0} was installed on {1}; it counts from {2}.</translation>
    </message>
    <message>
        <source>El medidor {0} se retiró el {1} marcando {2}.</source>
        <translation>Meter {0} was removed on {1}, showing {2}.</translation>
    </message>
    <message>
        <source>Hubo cambio de medidor en el período; el consumo suma ambos tramos.</source>
        <translation>The meter was changed in the period; the consumption adds up both parts.</translation>
    </message>
</context>
<context>
    <name>ReadingsPage</name>
    <message>
        <source>Consultar Consumo</source>
        <translation>Consumption</translation>
    </message>
    <message>
        <source>¿Por qué es estimada?</source>
        <translation>Why is it estimated?</translation>
    </message>
    <message>
        <source>Lecturas del contrato</source>
        <translation>Readings of the contract</translation>
    </message>
    <message>
        <source>Lectura del {0}</source>
        <translation>Reading of {0}</translation>
    </message>
    <message>
        <source>Aún no hay lecturas registradas para este contrato.</source>
        <translation>There are no readings of this contract yet.</translation>
    </message>
    <message>
        <source>La primera aparecerá aquí cuando se tome.</source>
        <translation>The first will appear here when it is taken.</translation>
    </message>
    <message>
        <source>Sincronizar</source>
        <translation>Sync</translation>
    </message>
    <message numerus="yes">
        <source>Tiene %n lecturas estimadas seguidas. Aporte su lectura o solicite verificación.</source>
        <translation>
            <numerusform>You have %n estimated reading. Give your own reading or ask for a check.</numerusform>
            <numerusform>You have %n estimated readings in a row. Give your own reading or ask for a check.</numerusform>
        </translation>
    </message>
    <message>
        <source>Aportar lectura</source>
        <translation>Give a reading</translation>
    </message>
    <message>
        <source>Consumo superior al habitual en {0} %. Revise posibles pérdidas.</source>
        <translation>Consumption {0} % above the usual. Check for leaks.</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Anular</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Comprobar ahora</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Reemplazar lectura</source>
        <translation>Replace reading</translation>
    </message>
    <message>
        <source>Ver pendientes de envío</source>
        <translation>See what is waiting to be sent</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Guardar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Documentos PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <source>Se guardó {0}.</source>
        <translation>{0} was saved.</translation>
    </message>
    <message>
        <source>Abrir carpeta</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Elegir otro lugar</source>
        <translation>Choose another place</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Borrar filtro</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>SelfReadingForm</name>
    <message>
        <source>La foto que ya adjuntó</source>
        <translation>The photo you attached</translation>
    </message>
    <message>
        <source>Lectura anterior</source>
        <translation>Previous reading</translation>
    </message>
    <message>
        <source>Número de medidor</source>
        <translation>Meter number</translation>
    </message>
    <message>
        <source>Compare con el suyo</source>
        <translation>Compare with yours</translation>
    </message>
    <message>
        <source>Próxima visita</source>
        <translation>Next visit</translation>
    </message>
    <message>
        <source>Fecha prevista</source>
        <translation>Planned date</translation>
    </message>
    <message>
        <source>Consumo habitual</source>
        <translation>Usual consumption</translation>
    </message>
    <message>
        <source>Desde la lectura anterior</source>
        <translation>Since the previous reading</translation>
    </message>
    <message>
        <source>Lectura del medidor</source>
        <translation>Meter reading</translation>
    </message>
    <message>
        <source>Lectura del registro {0}</source>
        <translation>Reading of register {0}</translation>
    </message>
    <message>
        <source>{0}, {1} dígitos</source>
        <translation>{0}, {1} digits</translation>
    </message>
    <message>
        <source>Próxima factura: unos {0}. Es una estimación con los precios y el tipo de cambio ({1}) de la factura {2}.</source>
        <translation>Next bill: about {0}. This is an estimate at the prices and the exchange rate ({1}) of bill {2}.</translation>
    </message>
    <message>
        <source>Próxima factura: unos {0}. Es una estimación con los precios de la factura {1}.</source>
        <translation>Next bill: about {0}. This is an estimate at the prices of bill {1}.</translation>
    </message>
    <message>
        <source>Ya aportó una lectura en este período, el {0}.</source>
        <translation>You gave a reading for this period already, on {0}.</translation>
    </message>
    <message>
        <source>Recibida</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Será considerada en su próxima factura, sujeta a verificación.</source>
        <translation>It will be used for your next bill, subject to verification.</translation>
    </message>
</context>
<context>
    <name>SelfReadingPage</name>
    <message>
        <source>Lecturas que usted aportó</source>
        <translation>Readings you gave</translation>
    </message>
    <message>
        <source>Lecturas aportadas</source>
        <translation>Readings given</translation>
    </message>
    <message>
        <source>Aportar Lectura</source>
        <translation>Give a Reading</translation>
    </message>
    <message>
        <source>No hay un contrato elegido.</source>
        <translation>No contract is selected.</translation>
    </message>
    <message>
        <source>Elija uno en Inicio para aportar su lectura.</source>
        <translation>Choose one in Home to give your reading.</translation>
    </message>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Foto del medidor</source>
        <translation>Photo of the meter</translation>
    </message>
    <message>
        <source>Fotos (*.jpg *.jpeg *.png)</source>
        <translation>Photos (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Guardar recordatorio</source>
        <translation>Save reminder</translation>
    </message>
    <message>
        <source>Calendario (*.ics)</source>
        <translation>Calendar (*.ics)</translation>
    </message>
    <message>
        <source>Aportar lectura.ics</source>
        <translation>Give a reading.ics</translation>
    </message>
</context>
<context>
    <name>SelfReadingRows</name>
    <message>
        <source>Recibida, en revisión</source>
        <translation>Received, under review</translation>
    </message>
    <message>
        <source>Recibida</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>N° {0}</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>Facturada en {0}</source>
        <translation>Billed in {0}</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Medidor</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Lectura</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Detalle</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>SelfReadingViewModel</name>
    <message>
        <source>La lectura anterior ya se había enviado y no se cambió.</source>
        <translation>The earlier reading had been sent already and was not changed.</translation>
    </message>
    <message>
        <source>Complete la lectura como la muestra el medidor.</source>
        <translation>Complete the reading as the meter shows it.</translation>
    </message>
    <message>
        <source>Agregue una foto del medidor para que se pueda revisar.</source>
        <translation>Add a photo of the meter so that it can be checked.</translation>
    </message>
    <message>
        <source>Confirme que la lectura es correcta.</source>
        <translation>Confirm that the reading is right.</translation>
    </message>
    <message>
        <source>Falta declarar que la lectura es la del medidor.</source>
        <translation>You still have to declare that this is what the meter shows.</translation>
    </message>
    <message>
        <source>Contrato {0}, {1}. El período cierra el {2} a las {3}.</source>
        <translation>Contract {0}, {1}. The period closes on {2} at {3}.</translation>
    </message>
    <message>
        <source>Aportar lectura: {0}</source>
        <translation>Give a reading: {0}</translation>
    </message>
    <message>
        <source>Se guardó {0}. Ábralo para agregarlo a su calendario.</source>
        <translation>{0} was saved. Open it to add it to your calendar.</translation>
    </message>
    <message>
        <source>La foto pesa más de 10 MiB. Elija una más chica.</source>
        <translation>The photo is larger than 10 MiB. Choose a smaller one.</translation>
    </message>
    <message>
        <source>El archivo no es una foto JPEG o PNG.</source>
        <translation>The file is not a JPEG or PNG photo.</translation>
    </message>
    <message>
        <source>No se pudo leer el archivo. Elija otro.</source>
        <translation>The file could not be read. Choose another one.</translation>
    </message>
</context>
<context>
    <name>SelfReadingWords</name>
    <message>
        <source>{0} a las {1}</source>
        <translation>{0} at {1}</translation>
    </message>
    <message>
        <source>Puede aportar su lectura hasta el {0}.</source>
        <translation>You can give your reading until {0}.</translation>
    </message>
    <message>
        <source>No está en período de aportar lectura. Podrá hacerlo del {0} al {1}.</source>
        <translation>This is not the period for giving readings. You can do so from {0} to {1}.</translation>
    </message>
    <message>
        <source>No está en período de aportar lectura. El último cerró el {0}; el próximo aparecerá acá cuando se fije.</source>
        <translation>This is not the period for giving readings. The last one closed on {0}; the next one will appear here once it is set.</translation>
    </message>
    <message>
        <source>La lectura de este período ya fue tomada el {0}: {1}.</source>
        <translation>The reading for this period was already taken on {0}: {1}.</translation>
    </message>
    <message>
        <source>Su medidor se lee en forma remota; no es necesario aportar lectura.</source>
        <translation>Your meter is read remotely; there is no need to give a reading.</translation>
    </message>
    <message>
        <source>El suministro está cortado; mientras tanto no se aporta lectura.</source>
        <translation>Supply is cut off; meanwhile no reading is given.</translation>
    </message>
    <message>
        <source>El contrato terminó; ya no se aportan lecturas.</source>
        <translation>The contract has ended; no more readings are given.</translation>
    </message>
    <message>
        <source>No hay un medidor instalado en este contrato.</source>
        <translation>No meter is installed for this contract.</translation>
    </message>
    <message>
        <source>No hay fecha de lectura programada para este contrato.</source>
        <translation>No reading date is planned for this contract.</translation>
    </message>
    <message numerus="yes">
        <source>Ingrese solo los números negros, %n dígitos, sin decimales.</source>
        <translation>
            <numerusform>Enter only the black numbers, %n digit, without decimals.</numerusform>
            <numerusform>Enter only the black numbers, %n digits, without decimals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Faltan %n dígitos. Incluya los ceros de la izquierda.</source>
        <translation>
            <numerusform>%n digit is missing. Include the zeros at the left.</numerusform>
            <numerusform>%n digits are missing. Include the zeros at the left.</numerusform>
        </translation>
    </message>
    <message>
        <source>El consumo sería cero. ¿Confirma que no hubo consumo?</source>
        <translation>Consumption would be zero. Do you confirm that nothing was used?</translation>
    </message>
    <message>
        <source>Es menor que la anterior ({0}), que fue estimada. Si es lo que marca el medidor, confirme: se descontarán {1}.</source>
        <translation>It is lower than the previous one ({0}), which was estimated. If this is what the meter shows, confirm: {1} will be taken off.</translation>
    </message>
    <message>
        <source>La lectura es menor que la anterior ({0}). Verifique el número de medidor y los dígitos. Si es correcta, agregue una foto y se enviará a revisión.</source>
        <translation>The reading is lower than the previous one ({0}). Check the meter number and the digits. If it is right, add a photo and it will be sent for review.</translation>
    </message>
    <message>
        <source>El medidor pasó por su número más alto y volvió a empezar; está tenido en cuenta.</source>
        <translation>The meter passed its highest number and started again; this is taken into account.</translation>
    </message>
    <message>
        <source>Hubo cambio de medidor; el consumo suma ambos tramos.</source>
        <translation>The meter was changed; consumption adds both stretches.</translation>
    </message>
    <message>
        <source>El consumo resultante ({0}) es mucho mayor al habitual ({1} – {2}). Verifique; si es correcto, agregue una foto y se enviará a revisión.</source>
        <translation>The resulting consumption ({0}) is much higher than usual ({1} – {2}). Check it; if it is right, add a photo and it will be sent for review.</translation>
    </message>
    <message>
        <source>El consumo resultante ({0}) es mayor al habitual ({1} – {2}). Verifique; si es correcto, confirme.</source>
        <translation>The resulting consumption ({0}) is higher than usual ({1} – {2}). Check it; if it is right, confirm.</translation>
    </message>
    <message>
        <source>El consumo resultante ({0}) es menor al habitual ({1} – {2}). Verifique; si es correcto, confirme.</source>
        <translation>The resulting consumption ({0}) is lower than usual ({1} – {2}). Check it; if it is right, confirm.</translation>
    </message>
    <message>
        <source>La empresa no la aceptó ({0}). Consulte en atención al cliente.</source>
        <translation>The utility did not accept it ({0}). Please ask customer service.</translation>
    </message>
    <message>
        <source>Deben ser solo los números negros del medidor, sin decimales.</source>
        <translation>It has to be the black numbers of the meter only, without decimals.</translation>
    </message>
    <message>
        <source>La fecha no puede ser futura.</source>
        <translation>The date cannot be in the future.</translation>
    </message>
    <message>
        <source>La fecha no puede ser anterior a la última lectura.</source>
        <translation>The date cannot be before the last reading.</translation>
    </message>
    <message>
        <source>El período para aportar lectura cerró el {0}.</source>
        <translation>The period for giving readings closed on {0}.</translation>
    </message>
    <message>
        <source>El período para aportar lectura ya cerró.</source>
        <translation>The period for giving readings has closed.</translation>
    </message>
    <message>
        <source>Es menor que la lectura anterior. Verifique el número de medidor y los dígitos.</source>
        <translation>It is lower than the previous reading. Check the meter number and the digits.</translation>
    </message>
    <message>
        <source>El consumo sería cero y no se confirmó que no hubo consumo.</source>
        <translation>Consumption would be zero, and it was not confirmed that nothing was used.</translation>
    </message>
    <message>
        <source>El consumo resultante se aparta mucho del habitual. Verifique.</source>
        <translation>The resulting consumption is far from what is usual. Please check.</translation>
    </message>
    <message>
        <source>Ya hay una lectura igual o más nueva de este período.</source>
        <translation>There is already an equal or newer reading for this period.</translation>
    </message>
    <message>
        <source>Ese medidor ya no está instalado. Sincronice y vuelva a ingresarla.</source>
        <translation>That meter is no longer installed. Sync and enter it again.</translation>
    </message>
    <message>
        <source>El contrato está cortado o terminó; no se aportan lecturas.</source>
        <translation>The contract is cut off or has ended; no readings are given.</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <source>Servidor</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Dirección del servidor</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Usar</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>La dirección que le dio su empresa</source>
        <translation>The address your utility gave you</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Oficina Virtual</source>
        <translation>Oficina Virtual</translation>
    </message>
    <message>
        <source>Contrato actual: {0}, {1}, {2}. Cambiar de contrato</source>
        <translation>Current contract: {0}, {1}, {2}. Change contract</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Nombre de usuario</source>
        <translation>Username</translation>
    </message>
    <message>
        <source>Contraseña</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mostrar contraseña</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>Ingresar</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Volver a mis datos</source>
        <translation>Back to my data</translation>
    </message>
    <message>
        <source>Complete este dato.</source>
        <translation>Fill this in.</translation>
    </message>
    <message>
        <source>Complete el nombre de usuario y la contraseña.</source>
        <translation>Fill in the username and the password.</translation>
    </message>
    <message>
        <source>Ocultar contraseña</source>
        <translation>Hide password</translation>
    </message>
    <message>
        <source>Escriba una dirección que empiece con https://, sin nada detrás.</source>
        <translation>Type an address that begins with https://, with nothing behind it.</translation>
    </message>
    <message>
        <source>Ingresando…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Oficina Virtual</source>
        <translation>Oficina Virtual</translation>
    </message>
    <message>
        <source>Oficina Virtual · Área Clientes</source>
        <translation>Oficina Virtual · Customers</translation>
    </message>
    <message>
        <source>Para ingresar por primera vez hace falta conexión.</source>
        <translation>A connection is needed to sign in for the first time.</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>SkeletonRows</name>
    <message>
        <source>Cargando</source>
        <translation>Loading</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>En curso</source>
        <translation>In progress</translation>
    </message>
</context>
<context>
    <name>SubmissionWords</name>
    <message>
        <source>Enviando…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Guardada, sin enviar</source>
        <translation>Saved, not sent</translation>
    </message>
    <message>
        <source>Guardada en este equipo. Se enviará al recuperar la conexión.</source>
        <translation>Saved on this computer. It will be sent when there is a connection.</translation>
    </message>
    <message>
        <source>Esperando confirmación</source>
        <translation>Waiting for confirmation</translation>
    </message>
    <message>
        <source>Enviada, esperando confirmación. No la ingrese de nuevo.</source>
        <translation>Sent, waiting for confirmation. Do not enter it again.</translation>
    </message>
    <message>
        <source>Recibida</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>No aceptada: {0}</source>
        <translation>Not accepted: {0}</translation>
    </message>
    <message>
        <source>No aceptada</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Requiere su atención. {0}</source>
        <translation>Needs your attention. {0}</translation>
    </message>
    <message>
        <source>Requiere su atención</source>
        <translation>Needs your attention</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Anulada. No se envió.</source>
        <translation>Cancelled. It was not sent.</translation>
    </message>
    <message>
        <source>Depende de otro envío que no llegó a destino.</source>
        <translation>It depends on another submission that came to nothing.</translation>
    </message>
    <message>
        <source>El servidor falló varias veces con este envío. Reintente más tarde o exporte el comprobante.</source>
        <translation>The server failed several times with this submission. Try again later or export the receipt.</translation>
    </message>
    <message>
        <source>El servidor ya tiene otro envío con esta identificación.</source>
        <translation>The server already has another submission with this identification.</translation>
    </message>
    <message>
        <source>El servidor no pudo leer este envío. Actualice la aplicación.</source>
        <translation>The server could not read this submission. Update the app.</translation>
    </message>
    <message>
        <source>El servidor respondió algo que esta versión no entiende. Actualice la aplicación.</source>
        <translation>The server answered something that this version does not understand. Update the app.</translation>
    </message>
    <message>
        <source>El servidor no acepta archivos de este tipo. Elija otra foto.</source>
        <translation>The server does not take files of this type. Choose another photo.</translation>
    </message>
    <message>
        <source>La foto llegó dañada al servidor. Reintente.</source>
        <translation>The photo reached the server damaged. Try again.</translation>
    </message>
    <message>
        <source>El envío es demasiado grande. Elija una foto más chica.</source>
        <translation>The submission is too large. Choose a smaller photo.</translation>
    </message>
    <message>
        <source>Su usuario ya no puede operar sobre este contrato.</source>
        <translation>Your user may no longer act on this contract.</translation>
    </message>
    <message>
        <source>El servidor no reconoce este envío para su usuario.</source>
        <translation>The server does not know this submission for your user.</translation>
    </message>
    <message>
        <source>El período cierra el {0} a las {1}.</source>
        <translation>The period closes on {0} at {1}.</translation>
    </message>
    <message>
        <source>El período cerró el {0} a las {1}.</source>
        <translation>The period closed on {0} at {1}.</translation>
    </message>
    <message>
        <source>El sistema perdió la llave de los envíos guardados y no se pueden leer. Revise si alguno falta; el archivo se conservó como {0}.</source>
        <translation>The system lost the key to the submissions kept here and they cannot be read. Check whether any is missing; the file was kept as {0}.</translation>
    </message>
    <message numerus="yes">
        <source>El archivo de envíos estaba dañado y se recuperaron %n envíos de su copia.</source>
        <translation>
            <numerusform>The file of submissions was damaged; %n submission was recovered from its copy.</numerusform>
            <numerusform>The file of submissions was damaged; %n submissions were recovered from its copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>El estado de %n se comprueba con el servidor.</source>
        <translation>
            <numerusform>The state of %n is being checked with the server.</numerusform>
            <numerusform>The state of %n is being checked with the server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recibida {0}, N° {1}.</source>
        <translation>Received {0}, no. {1}.</translation>
    </message>
</context>
<context>
    <name>Submissions</name>
    <message>
        <source>Envío</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>Lectura del medidor</source>
        <translation>Meter reading</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>datos al {0}</source>
        <translation>data of {0}</translation>
    </message>
    <message>
        <source>sin datos</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Sincronizando</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Datos viejos</source>
        <translation>Old data</translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No se pudo sincronizar</source>
        <translation>Could not sync</translation>
    </message>
    <message>
        <source>Sesión vencida</source>
        <translation>Session expired</translation>
    </message>
    <message>
        <source>Sin sincronizar</source>
        <translation>Not synced</translation>
    </message>
    <message>
        <source>verificado {0}</source>
        <translation>verified {0}</translation>
    </message>
    <message>
        <source>Su sesión venció. Ingrese nuevamente; los datos guardados siguen acá.</source>
        <translation>Your session has expired. Sign in again; the data kept are still here.</translation>
    </message>
    <message>
        <source>Ingresar</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Sin conexión. Está mostrando datos guardados al {0}.</source>
        <translation>Offline. You are seeing data kept on {0}.</translation>
    </message>
    <message>
        <source>Este equipo no ofrece un llavero: los datos se borran al cerrar la aplicación y habrá que ingresar de nuevo.</source>
        <translation>This computer has no keyring: the data are deleted when the app is closed, and you will have to sign in again.</translation>
    </message>
    <message>
        <source>Más información</source>
        <translation>More information</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Copiar</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copiar con títulos</source>
        <translation>Copy with titles</translation>
    </message>
    <message>
        <source>Elegir o soltar todas</source>
        <translation>Choose or release all</translation>
    </message>
    <message>
        <source>Ordenar por</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>Restablecer columnas</source>
        <translation>Reset columns</translation>
    </message>
</context>
<context>
    <name>_Broken</name>
    <message>
        <source>No se pudo abrir «{0}».</source>
        <translation>“{0}” could not be opened.</translation>
    </message>
    <message>
        <source>Las demás páginas siguen funcionando. El detalle ayuda a quien lo corrija.</source>
        <translation>The other pages go on working. The details help whoever mends it.</translation>
    </message>
    <message>
        <source>Copiar detalle</source>
        <translation>Copy details</translation>
    </message>
</context>
<context>
    <name>_Sure</name>
    <message>
        <source>Se perderá lo que ingresó. Para confirmar escriba {0}.</source>
        <translation>What you entered will be lost. To confirm, type {0}.</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Conservar</source>
        <translation>Keep</translation>
    </message>
</context>
</TS>
