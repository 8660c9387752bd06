"""How the files here were made: `pip install pyhanko`, then `python sign.py plain.pdf` beside a rendered month.

Keys are made anew in each run and thrown away; nobody is to trust them. Writes signed.pdf, signed-twice.pdf, signed-dss.pdf (with
the certificates that a later judgement needs) and signed-dss-time-stamp.pdf.
"""
import datetime
import io
import sys

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

BEGIN, END = datetime.datetime(2025, 1, 1), datetime.datetime(2045, 1, 1)


def identity(key, usage=None):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Office, test only")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(BEGIN).not_valid_after(END)
    if usage:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), True)
    der = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return asn1_x509.Certificate.load(der), keys.PrivateKeyInfo.load(private)


def writer(data):
    return IncrementalPdfFileWriter(io.BytesIO(data))


def keep(name, data):
    with open(name, "wb") as file:
        file.write(data)
    return data


certificate, key = identity(ec.generate_private_key(ec.SECP256R1()))
signer = signers.SimpleSigner(
    signing_cert=certificate, signing_key=key, cert_registry=SimpleCertificateStore.from_certs([certificate])
)
tsa_certificate, tsa_key = identity(rsa.generate_private_key(65537, 2048), ExtendedKeyUsageOID.TIME_STAMPING)
stamper = timestamps.DummyTimeStamper(
    tsa_cert=tsa_certificate,
    tsa_key=tsa_key,
    certs_to_embed=SimpleCertificateStore.from_certs([tsa_certificate]),
    fixed_dt=datetime.datetime(2025, 5, 6, tzinfo=datetime.timezone.utc),
)


def sign(data, field):
    metadata = signers.PdfSignatureMetadata(
        field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    return signers.sign_pdf(writer(data), metadata, signer=signer).read()


with open(sys.argv[1], "rb") as file:
    once = keep("signed.pdf", sign(file.read(), "Signature1"))
keep("signed-twice.pdf", sign(once, "Signature2"))

stored = writer(once)
store = DocumentSecurityStore(writer=stored)
store._embed_cert(certificate)
stored.root["/DSS"] = stored.add_object(store.as_pdf_object())
stored.update_root()
output = io.BytesIO()
stored.write(output)
with_store = keep("signed-dss.pdf", output.getvalue())
stamped = PdfTimeStamper(stamper).timestamp_pdf(writer(with_store), "sha256", validation_context=None)
keep("signed-dss-time-stamp.pdf", stamped.read())
